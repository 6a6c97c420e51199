"""Files that are zips (XLSX, DOCX, PPTX) with one fixed time in place of the clock's."""

import io
import re
import zipfile

from workbench.export import files

_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")
_CORE = "docProps/core.xml"


def fixed(content: bytes) -> bytes:
    """The same zip: members in the same order, each at the fixed time, also inside workbooks that it holds."""
    stamp = files.fixed_time()
    sink = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as out:
        for name in made.namelist():
            data = made.read(name)
            if name == _CORE:
                data = _STAMP.sub(stamp.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), data)
            elif name.endswith(".xlsx"):  # the numbers behind a chart of a presentation
                data = fixed(data)
            member = zipfile.ZipInfo(name, stamp.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            out.writestr(member, data)
    return sink.getvalue()
