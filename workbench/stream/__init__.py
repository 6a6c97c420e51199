"""Tables of any number of articles: files in, partitions out, a partition in memory at a time, killed and resumed.

places      where bytes come from and go to: this machine, and what fsspec opens
inputs      what the analyst named, to files;  contents  the articles in each
plan        every article's number, id and event, and the partitions
task        what passes between processes, as JSON
reading, analysis, writing, work   one partition: articles, rows, files
manifest    what is done already, and why the rest is not
child, worker   the process that works, and what is done when it is lost
local, cluster  so many workers of this machine, or those of a Dask cluster
run         all of it;  whole  its parts as one file a table
"""

from workbench.stream.running import THRESHOLD, Ran, is_large, run
from workbench.stream.whole import put_together

__all__ = ["THRESHOLD", "Ran", "is_large", "put_together", "run"]
