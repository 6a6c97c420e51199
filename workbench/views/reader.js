// Articles beside one another. Python sends each cut into segments; every text is set as text, and places are counted in
// code points so that they are Python's. Nothing is decided here: what is clicked, selected or typed is told to Python.
const make = (name, className, text) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
};
const plain = (sort) => sort.replace(/[^a-z]/g, "-");
const HEADINGS = { headline: "h4", subheading: "h5" };

function render({ model, el }) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const root = make("div", "wb-reader");
  const told = make("p", "wb-told");
  told.setAttribute("role", "status");
  const legend = make("div", "wb-legend");
  legend.setAttribute("role", "group");
  legend.setAttribute("aria-label", "What is marked");
  const keys = make("p", "wb-keys", "Click a mark to follow it into the other articles, other text to see its like; select words to add what was missed. Keys: j k mark to mark · n p next, previous · / find · Esc let go");
  const adding = make("form", "wb-adding");
  adding.hidden = true;
  const columns = make("div", "wb-columns");
  root.append(told, legend, adding, columns, keys);
  el.append(root);
  let picked = null; // what is selected to be added: article, start, end, words
  let views = []; // a column: its data, and its elements

  const tell = (content) => model.send(content);

  // -- the columns ---------------------------------------------------------------------------------------------------

  function button(label, title, act) {
    const made = make("button", "wb-small", label);
    made.type = "button";
    made.title = title;
    made.setAttribute("aria-label", title);
    made.onclick = act;
    return made;
  }

  function head(column, at, count) {
    const made = make("header", "wb-colhead");
    const name = make("h4", "wb-colname");
    const swatch = make("span", "wb-swatch");
    swatch.style.background = column.colour;
    name.append(swatch, column.name);
    const place = make("span", "wb-where");
    const found = make("button", "wb-small wb-found");
    found.type = "button";
    found.hidden = true;
    const tools = make("span", "wb-coltools");
    const pin = button("⚑", `Make ${column.name} the reference: previous and next follow its order`, () => tell({ do: "pin", article: column.id }));
    pin.setAttribute("aria-pressed", model.get("reference") === column.id);
    if (count > 1) {
      const left = button("◀", `Move ${column.name} to the left`, () => tell({ do: "move", article: column.id, by: -1 }));
      const right = button("▶", `Move ${column.name} to the right`, () => tell({ do: "move", article: column.id, by: 1 }));
      left.disabled = at === 0;
      right.disabled = at === count - 1;
      tools.append(left, right, pin, button("✕", `Hide ${column.name}`, () => tell({ do: "hide", article: column.id })));
    }
    const line = make("div", "wb-colline");
    line.append(place, found, tools);
    const none = make("p", "wb-none-here");
    none.hidden = true;
    made.append(name, line, none);
    return { made, place, found, none, pin };
  }

  function block(column, data) {
    const made = make(HEADINGS[data.role] ?? "p", `wb-para wb-role-${plain(data.role)}`);
    made.dataset.number = data.number;
    for (const [start, text, marks] of data.segments) {
      const piece = make(marks.length ? "mark" : "span", "wb-seg", text);
      piece.dataset.start = start;
      if (marks.length) {
        piece.dataset.marks = marks.join(" ");
        for (const sort of new Set(marks.map((nth) => column.marks[nth][1]))) piece.classList.add(`m-${plain(sort)}`);
      }
      made.append(piece);
    }
    return made;
  }

  function build() {
    const kept = new Map(views.map((view) => [view.data.id, view.text.scrollTop]));
    columns.replaceChildren();
    const given = model.get("columns");
    columns.style.setProperty("--wb-count", given.length);
    views = given.map((column, at) => {
      const section = make("section", "wb-col");
      section.setAttribute("aria-label", column.name);
      const parts = head(column, at, given.length);
      const text = make("div", "wb-text");
      text.tabIndex = 0;
      text.setAttribute("role", "document");
      text.setAttribute("aria-label", `Text of ${column.name}`);
      for (const part of column.parts) {
        let into = text;
        if (part.folded) {
          into = make("details", "wb-fold");
          into.append(make("summary", "", part.label));
          text.append(into);
        }
        for (const data of part.blocks) into.append(block(column, data));
      }
      section.append(parts.made, text);
      columns.append(section);
      const view = { firsts: [], hits: [], data: column, section, text, segments: [...text.querySelectorAll(".wb-seg")], ...parts, nth: 0 };
      text.addEventListener("scroll", () => requestAnimationFrame(() => where(view)), { passive: true });
      text.addEventListener("click", (event) => clicked(view, event));
      text.addEventListener("keydown", (event) => keyed(view, event));
      for (const name of ["mouseup", "keyup"]) text.addEventListener(name, () => selected(view));
      return view;
    });
    for (const view of views) {
      view.text.scrollTop = kept.get(view.data.id) ?? 0;
      where(view);
    }
    layers();
    follow(false);
    finds();
  }

  function where(view) {
    const line = view.text.getBoundingClientRect().top + view.text.clientHeight / 3;
    const blocks = [...view.text.querySelectorAll(".wb-para")].filter((each) => each.getClientRects().length);
    let at = blocks[0];
    for (const each of blocks) {
      if (each.getBoundingClientRect().top > line) break;
      at = each;
    }
    const end = view.text.scrollTop + view.text.clientHeight >= view.text.scrollHeight - 2 && view.text.scrollTop > 0;
    const number = (end ? blocks.at(-1) : at)?.dataset.number ?? 0;
    view.place.textContent = `¶${number} of ${view.data.of}`;
  }

  // -- layers --------------------------------------------------------------------------------------------------------

  const shown = (view, piece) => {
    const on = model.get("layers");
    return (piece.dataset.marks ?? "").split(" ").filter(Boolean).map(Number).filter((nth) => on.includes(view.data.marks[nth][1]));
  };

  function layers() {
    const on = model.get("layers");
    root.className = ["wb-reader", ...on.map((sort) => `on-${plain(sort)}`)].join(" ");
    const held = document.activeElement?.dataset?.layer;
    legend.replaceChildren(
      ...model.get("chips").map(([name, label, count]) => {
        const chip = make("button", "wb-chip");
        chip.type = "button";
        chip.dataset.layer = name;
        chip.setAttribute("aria-pressed", on.includes(name));
        chip.append(make("span", `m-${plain(name)}`, label), " ", make("span", "wb-count", count));
        chip.onclick = () => tell({ do: "layers", on: on.includes(name) ? on.filter((other) => other !== name) : [...on, name] });
        return chip;
      }),
    );
    if (held) legend.querySelector(`[data-layer="${CSS.escape(held)}"]`)?.focus();
    for (const view of views) {
      let first = true;
      const met = new Set();
      for (const piece of view.segments) {
        const own = shown(view, piece);
        const fresh = own.filter((nth) => !met.has(nth));
        own.forEach((nth) => met.add(nth));
        piece.removeAttribute("role");
        piece.removeAttribute("tabindex");
        piece.title = own.map((nth) => view.data.marks[nth][3]).join("\n");
        if (fresh.length) {
          piece.setAttribute("role", "button");
          piece.tabIndex = first ? 0 : -1;
          first = false;
        }
      }
    }
  }

  // -- what is followed ----------------------------------------------------------------------------------------------

  const inside = (piece, spans) => {
    const start = Number(piece.dataset.start);
    return spans.some(([from, to]) => start >= from && start < to);
  };

  function follow(scroll = true) {
    told.textContent = model.get("told");
    const [followed, notes, [origin, place]] = [model.get("followed"), model.get("notes"), model.get("origin")];
    for (const view of views) {
      const spans = followed[view.data.id] ?? [];
      view.firsts = [];
      for (const piece of view.segments) {
        const on = spans.length > 0 && inside(piece, spans);
        piece.classList.toggle("on", on);
        if (piece.getAttribute("role") === "button") piece.setAttribute("aria-pressed", on);
        if (on && spans.some(([from]) => Number(piece.dataset.start) === from)) view.firsts.push(piece);
        else if (on && !view.firsts.length) view.firsts.push(piece);
      }
      view.at = 0;
      note(view, notes[view.data.id] ?? "", spans.length);
      view.section.classList.toggle("wb-silent", Boolean(model.get("told")) && !spans.length);
      view.pin.setAttribute("aria-pressed", model.get("reference") === view.data.id);
      for (const piece of view.firsts) if (piece.closest("details")) piece.closest("details").open = true;
    }
    if (!scroll) return;
    // Counterparts come to the height of what was clicked, so that the eye finds them on one line.
    const from = views.find((view) => view.data.id === origin);
    const clickedPiece = from?.segments.find((piece) => Number(piece.dataset.start) >= place && piece.classList.contains("on")) ?? from?.firsts[0];
    let height = null;
    if (clickedPiece) {
      height = clickedPiece.getBoundingClientRect().top - from.text.getBoundingClientRect().top;
      if (height < 0 || height > from.text.clientHeight - 40) {
        show(from, clickedPiece);
        height = null;
      }
    }
    for (const view of views) if (view.firsts.length && view !== from) show(view, view.firsts[0], height);
  }

  function note(view, words, count) {
    view.none.replaceChildren();
    view.none.hidden = !words;
    if (count < 2) return void (view.none.textContent = words);
    const next = button(`${words} ▾`, `Show the next place in ${view.data.name}`, () => {
      view.at = (view.at + 1) % view.firsts.length;
      show(view, view.firsts[view.at]);
    });
    view.none.append(next);
  }

  function show(view, piece, height = null) {
    const top = piece.getBoundingClientRect().top - view.text.getBoundingClientRect().top + view.text.scrollTop;
    view.text.scrollTo({ top: top - (height ?? view.text.clientHeight / 3), behavior: calm.matches ? "auto" : "smooth" });
  }

  function clicked(view, event) {
    if (!getSelection().isCollapsed) return;
    const piece = event.target.closest(".wb-seg");
    if (piece) activate(view, piece);
  }

  // Python knows which of several marks is meant; a further click takes the next one.
  function activate(view, piece) {
    const start = Number(piece.dataset.start);
    const own = shown(view, piece).map((nth) => view.data.marks[nth][2]);
    tell({ do: "click", article: view.data.id, start, end: start + [...piece.textContent].length, links: own });
  }

  // -- keys ----------------------------------------------------------------------------------------------------------

  function keyed(view, event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const marks = view.segments.filter((piece) => piece.getAttribute("role") === "button" && piece.getClientRects().length);
    const at = marks.indexOf(document.activeElement);
    const to = { j: at + 1, k: at < 0 ? 0 : at - 1, ArrowRight: at + 1, ArrowLeft: at < 0 ? 0 : at - 1, ...(at < 0 ? {} : { ArrowDown: at + 1, ArrowUp: at - 1 }) }[event.key];
    if (event.shiftKey && event.key.startsWith("Arrow")) return;
    if (to !== undefined) {
      const next = marks[Math.max(0, Math.min(to, marks.length - 1))];
      if (next) {
        const fold = next.closest("details");
        if (fold) fold.open = true;
        marks.forEach((piece) => { piece.tabIndex = piece === next ? 0 : -1; });
        next.focus();
      }
    } else if ((event.key === "Enter" || event.key === " ") && at >= 0) activate(view, marks[at]);
    else if (event.key === "n") tell({ do: "step", by: 1 });
    else if (event.key === "p") tell({ do: "step", by: -1 });
    else if (event.key === "Escape") tell({ do: "clear" });
    else if (event.key === "a" && picked) adding.querySelector("button")?.focus();
    else if (event.key === "/") root.closest(".wb-view")?.querySelector(".wb-find")?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // -- find ----------------------------------------------------------------------------------------------------------

  const marking = globalThis.CSS?.highlights && globalThis.Highlight;
  let ranges = [];

  function finds() {
    if (marking) for (const range of ranges) CSS.highlights.get("wb-find")?.delete(range);
    ranges = [];
    const found = model.get("found");
    for (const view of views) {
      const spans = found[view.data.id];
      view.found.hidden = spans === undefined;
      view.found.textContent = spans === undefined ? "" : `${spans.length} found`;
      view.found.disabled = !spans?.length;
      view.found.title = "Show the next one";
      view.nth = 0;
      hit = -1;
      view.hits = (spans ?? []).map(([start, end]) => range(view, start, end)).filter(Boolean);
      ranges.push(...view.hits);
      view.found.onclick = () => {
        const hit = view.hits[view.nth++ % view.hits.length];
        const piece = hit?.startContainer.parentElement;
        const fold = piece?.closest("details");
        if (fold) fold.open = true;
        if (piece) show(view, piece);
      };
      if (spans?.length) {
        const piece = view.hits[0]?.startContainer.parentElement;
        if (piece && !piece.closest("details:not([open])")) show(view, piece);
      }
    }
    if (!marking || !ranges.length) return;
    if (!CSS.highlights.has("wb-find")) CSS.highlights.set("wb-find", new Highlight());
    for (const each of ranges) CSS.highlights.get("wb-find").add(each);
  }

  function spot(view, place, last) {
    let piece = null;
    for (const each of view.segments) {
      const start = Number(each.dataset.start);
      if (start > place || (last && start >= place)) break;
      piece = each;
    }
    if (!piece) return null;
    const points = [...piece.textContent].slice(0, place - Number(piece.dataset.start));
    return [piece.firstChild, points.join("").length];
  }

  function range(view, start, end) {
    const [from, to] = [spot(view, start, false), spot(view, end, true)];
    if (!from?.[0] || !to?.[0]) return null;
    const made = new Range();
    made.setStart(...from);
    made.setEnd(...to);
    return made;
  }

  // -- adding what the machine missed ----------------------------------------------------------------------------------

  function offset(node, at) {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".wb-seg");
    if (piece && node.nodeType === Node.TEXT_NODE) return Number(piece.dataset.start) + [...node.textContent.slice(0, at)].length;
    const child = node.childNodes[Math.min(at, node.childNodes.length - 1)];
    const next = child?.nodeType === Node.ELEMENT_NODE ? (child.matches(".wb-seg") ? child : child.querySelector(".wb-seg")) : null;
    if (!next) return null;
    return Number(next.dataset.start) + (at >= node.childNodes.length ? [...next.textContent].length : 0);
  }

  function selected(view) {
    const chosen = getSelection();
    if (!model.get("can_add").length || chosen.isCollapsed || !chosen.rangeCount) return;
    const over = chosen.getRangeAt(0);
    if (!view.text.contains(over.startContainer) || !view.text.contains(over.endContainer)) return;
    const [start, end] = [offset(over.startContainer, over.startOffset), offset(over.endContainer, over.endOffset)];
    const words = chosen.toString().trim();
    if (start === null || end === null || end <= start || !words) return;
    if (adding.dataset.layer) return; // a form is being filled in: it stays
    picked = { article: view.data.id, start, end, words };
    offer();
  }

  const title = () => {
    const shownWords = picked.words.length > 90 ? `${picked.words.slice(0, 90)} …` : picked.words;
    adding.querySelector(".wb-picked").textContent = `“${shownWords}”`;
  };

  function offer() {
    adding.replaceChildren(make("span", "wb-label", "Add "), make("b", "wb-picked"), make("span", "wb-label", " as"));
    for (const [layer, label] of model.get("can_add")) {
      const choice = make("button", "wb-action", label);
      choice.type = "button";
      choice.dataset.layer = layer;
      choice.onclick = () => tell({ do: "draft", layer, article: picked.article, start: picked.start, end: picked.end });
      adding.append(choice);
    }
    adding.append(button("✕", "Add nothing", close));
    adding.hidden = false;
    title();
  }

  // The fields come from Python; only what was said changes while they are filled in, so nothing typed is lost.
  function form() {
    const { layer, label, words, fields, preset, said, number } = model.get("adding");
    if (!layer) {
      if (adding.dataset.layer) close();
      return;
    }
    if (adding.dataset.number === String(number)) {
      adding.querySelector(".wb-said").textContent = said;
      return;
    }
    adding.dataset.layer = layer;
    adding.dataset.number = number;
    adding.hidden = false;
    adding.replaceChildren(make("span", "wb-label", `Add as ${label} `), make("b", "wb-picked", `“${words}”`));
    for (const field of fields) adding.append(input(field, preset[field.name] ?? ""));
    adding.append(input({ name: "reason", label: "Reason", hint: "optional", options: [] }, ""));
    const save = make("button", "wb-action", "Add");
    save.type = "submit";
    const speech = make("span", "wb-said", said);
    speech.setAttribute("role", "alert");
    adding.append(save, button("✕", "Add nothing", () => tell({ do: "cancel" })), speech);
    adding.querySelector("input, select")?.focus();
  }

  let lists = 0;
  function input(field, value) {
    const named = make("label", "wb-field", field.label);
    const choice = field.kind === "choice";
    const box = make(choice ? "select" : "input", choice ? "wb-select" : "wb-edit");
    box.name = field.name;
    if (choice) for (const [option, called] of [["", "–"], ...field.options]) box.add(new Option(called, option));
    else {
      box.placeholder = field.hint ?? "";
      if (field.options.length) {
        const list = make("datalist");
        list.id = `wb-reader-list-${++lists}-${Math.random().toString(36).slice(2)}`;
        for (const [option] of field.options) list.append(Object.assign(make("option"), { value: option }));
        box.setAttribute("list", list.id);
        named.append(list);
      }
    }
    box.value = value;
    named.append(box);
    return named;
  }

  function close() {
    adding.hidden = true;
    adding.dataset.layer = "";
    picked = null;
  }

  adding.onsubmit = (event) => {
    event.preventDefault();
    if (adding.dataset.layer) tell({ do: "add", given: Object.fromEntries(new FormData(adding)) });
  };
  adding.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === "Escape") adding.dataset.layer ? tell({ do: "cancel" }) : close();
  };

  // Enter in the find box goes on from place to place, through all columns.
  let hit = -1;
  const further = (event) => {
    if (event.key !== "Enter" || !event.target.matches?.(".wb-find")) return;
    const all = views.flatMap((view) => view.hits.map((range) => [view, range]));
    if (!all.length) return;
    hit = (hit + (event.shiftKey ? -1 : 1) + all.length) % all.length;
    const piece = all[hit][1].startContainer.parentElement;
    if (piece.closest("details")) piece.closest("details").open = true;
    show(all[hit][0], piece);
    if (marking) CSS.highlights.set("wb-find-now", new Highlight(all[hit][1]));
  };
  let outer = null;
  requestAnimationFrame(() => {
    outer = root.closest(".wb-view");
    outer?.addEventListener("keydown", further, true);
  });

  const heard = {
    columns: build,
    chips: layers,
    adding: form,
    layers,
    followed: () => follow(),
    notes: () => follow(false),
    told: () => follow(false),
    reference: () => follow(false),
    found: finds,
    tops: () => { for (const view of views) view.text.scrollTo({ top: 0, behavior: "auto" }); },
  };
  for (const [name, act] of Object.entries(heard)) model.on(`change:${name}`, act);
  build();
  requestAnimationFrame(() => { views.forEach(where); follow(); });
  return () => {
    for (const [name, act] of Object.entries(heard)) model.off(`change:${name}`, act);
    outer?.removeEventListener("keydown", further, true);
    if (marking) for (const each of ranges) CSS.highlights.get("wb-find")?.delete(each);
  };
}

export default { render };
