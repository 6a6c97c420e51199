// A table that wraps its text, sorts, selects, edits and works by keyboard. Python sends one page at a time and decides the
// order; all text is set as text, never as HTML, and cut by code points so that Python's offsets fit.
const make = (name, className, text) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
};

// Drawn at once: so many cells, but at least so many rows, twice what the box shows.
const [CELLS, ROWS] = [200, 26];

function fill(node, cell) {
  if (cell?.title) node.title = cell.title;
  if (cell === null || cell === undefined || typeof cell !== "object") {
    node.textContent = cell ?? "–";
    if (cell === null || cell === undefined || cell === "") node.classList.add("wb-none");
    return;
  }
  let place = node;
  if (cell.colour) {
    place = make("div", "wb-named");
    const swatch = make("span", "wb-swatch");
    swatch.style.background = cell.colour;
    place.append(swatch);
    node.append(place);
  }
  const points = [...String(cell.text ?? "–")];
  const main = make("span", cell.strong ? "wb-strong" : cell.dim ? "wb-dim" : "");
  if (cell.tone) main.classList.add(`wb-tone-${cell.tone}`);
  let at = 0;
  for (const [start, end] of cell.marks ?? []) {
    main.append(points.slice(at, start).join(""), make("mark", "", points.slice(start, end).join("")));
    at = end;
  }
  const rest = points.slice(at).join("");
  if (!cell.colour) main.append(rest);
  // A source's name may be a file's: let it break behind an underscore rather than in the middle of a word.
  else for (const piece of rest.split(/(?<=[_.-])/)) main.append(piece, make("wbr"));
  place.append(main);
  for (const badge of cell.badges ?? []) node.append(" ", make("span", "wb-badge", badge));
  if (cell.sub) node.append(make("div", "wb-sub", cell.sub));
}

function render({ model, el }) {
  const root = make("div", "wb-grid");
  const box = make("div", "wb-scroll");
  const table = make("table");
  const [head, body] = [table.createTHead(), table.createTBody()];
  const none = make("p", "wb-empty");
  const foot = make("div", "wb-pages");
  const status = make("span", "wb-status");
  status.setAttribute("role", "status");
  const [previous, next] = [make("button", "wb-action", "‹ Previous"), make("button", "wb-action", "Next ›")];
  foot.append(previous, status, next);
  box.append(table, none);
  root.append(box, foot);
  el.append(root);

  const tell = (changes) => {
    for (const [name, value] of Object.entries(changes)) model.set(name, value);
    model.save_changes();
  };
  const rows = () => [...body.querySelectorAll("tr[data-id]")];
  const pick = (row) => {
    if (row && model.get("selected") !== row.dataset.id) tell({ selected: row.dataset.id });
  };
  const step = (by) => {
    const page = model.get("page") + by;
    if (page >= 0 && page < model.get("pages")) tell({ page });
  };

  function heads() {
    head.replaceChildren();
    table.setAttribute("aria-label", model.get("label"));
    const row = head.insertRow();
    for (const column of model.get("columns")) {
      const cell = make("th", column.align === "right" ? "wb-right" : "");
      cell.scope = "col";
      if (column.width) cell.style.width = column.width;
      const button = make(model.get("sortable") ? "button" : "span", "wb-sort", column.label);
      if (!model.get("sortable")) {
        if (column.title) button.title = column.title;
        cell.append(button);
        row.append(cell);
        continue;
      }
      button.type = "button";
      button.title = column.title ? `${column.title}: sort` : `Sort by ${column.label.toLowerCase()}`;
      button.dataset.column = column.name;
      if (column.colour) {
        const swatch = make("span", "wb-swatch");
        swatch.style.background = column.colour;
        button.prepend(swatch);
      }
      button.onclick = () => {
        const again = model.get("sort") === column.name;
        if (again && model.get("descending")) return tell({ sort: "", descending: false });
        tell({ sort: column.name, descending: again });
      };
      cell.append(button);
      row.append(cell);
    }
    arrows();
  }

  function arrows() {
    for (const button of head.querySelectorAll("button")) {
      const on = button.dataset.column === model.get("sort");
      const way = on ? (model.get("descending") ? "descending" : "ascending") : "none";
      button.parentElement.setAttribute("aria-sort", way);
    }
  }

  function editor(row, column, cell) {
    const input = make("input", "wb-edit");
    input.type = "text";
    input.value = cell?.value ?? "";
    input.placeholder = cell?.hint ?? "";
    input.title = input.value;
    input.setAttribute("aria-label", `${column.label} of ${row.id}`);
    input.dataset.column = column.name;
    input.onchange = () => tell({ edited: { id: row.id, column: column.name, value: input.value } });
    return input;
  }

  function line(row, columns) {
    const tr = body.insertRow();
    if (row.group) {
      tr.className = "wb-grouprow";
      const cell = tr.insertCell();
      cell.colSpan = columns.length;
      fill(cell, row.group);
      return;
    }
    tr.dataset.id = row.id;
    tr.onclick = () => pick(tr);
    columns.forEach((column, index) => {
      const td = tr.insertCell();
      if (column.align === "right") td.className = "wb-right";
      const cell = row.cells[index];
      if (!column.editable) return fill(td, cell);
      if (cell?.colour) {
        const swatch = make("span", "wb-swatch");
        swatch.style.background = cell.colour;
        td.append(swatch);
      }
      td.append(editor(row, column, cell));
    });
  }

  function draw() {
    const active = body.contains(document.activeElement) ? document.activeElement : null;
    const place = active?.closest("tr")?.dataset.id;
    const typed = active?.matches("input") ? { column: active.dataset.column, value: active.value } : null;
    const columns = model.get("columns");
    const given = model.get("rows");
    const held = given.findIndex((row) => row.id === place);
    // What can be seen stands at once; to lay out the rest of a wide table takes longer than the answer may.
    const some = Math.max(ROWS, Math.ceil(CELLS / Math.max(1, columns.length)), held + 1);
    const first = box.scrollTop > 0 ? given.length : some; // scrolled down, one stays where one is
    clearTimeout(later);
    body.replaceChildren();
    for (const row of given.slice(0, first)) line(row, columns);
    if (first < given.length) {
      requestAnimationFrame(() => {
        clearTimeout(later);
        later = setTimeout(() => {
          if (given !== model.get("rows")) return;
          for (const row of given.slice(first)) line(row, columns);
          mark();
        }, 30);
      });
    }
    const empty = given.length === 0;
    none.textContent = empty ? model.get("empty") : "";
    none.hidden = !empty;
    table.hidden = empty;
    mark();
    if (place === undefined) return;
    const row = rows().find((other) => other.dataset.id === place);
    const input = typed && row?.querySelector(`input[data-column="${CSS.escape(typed.column)}"]`);
    if (input) input.value = typed.value;
    (input || row)?.focus({ preventScroll: true });
  }

  // Python sends rows, columns and what an empty table says together: they are drawn once.
  let waiting = false;
  let later = null;
  function anew() {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      draw();
    });
  }

  function mark() {
    const chosen = model.get("selected");
    const all = rows();
    const current = all.find((row) => row.dataset.id === chosen);
    for (const row of all) {
      row.setAttribute("aria-selected", row === current);
      row.tabIndex = row === (current ?? all[0]) ? 0 : -1;
    }
  }

  function count() {
    status.textContent = model.get("status");
    const pages = model.get("pages");
    previous.hidden = next.hidden = pages < 2;
    previous.disabled = model.get("page") === 0;
    next.disabled = model.get("page") >= pages - 1;
  }

  body.onkeydown = (event) => {
    const row = event.target.closest("tr[data-id]");
    if (!row || event.target.matches("input")) return;
    const all = rows();
    const at = all.indexOf(row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      const other = all[Math.max(0, Math.min(to, all.length - 1))];
      other.focus();
      pick(other);
    } else if (event.key === "Enter" || event.key === " ") pick(row);
    else if (event.key === "PageDown") step(1);
    else if (event.key === "PageUp") step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // A row that is drawn anew between the button's going down and up gets no click of its own.
  let pressed = null;
  body.onpointerdown = (event) => {
    pressed = event.target.closest("tr[data-id]");
  };
  body.onpointerup = (event) => {
    const row = event.target.closest("tr[data-id]");
    if (row && pressed && row !== pressed && row.dataset.id === pressed.dataset.id) pick(row);
    pressed = null;
  };
  previous.onclick = () => step(-1);
  next.onclick = () => step(1);

  const turn = () => {
    box.scrollTop = 0;
    count();
  };
  const heard = {
    columns: () => { heads(); anew(); },
    sortable: heads,
    rows: anew,
    empty: anew,
    selected: mark,
    sort: arrows,
    descending: arrows,
    page: turn,
    pages: count,
    status: count,
  };
  for (const [name, act] of Object.entries(heard)) model.on(`change:${name}`, act);
  heads();
  draw();
  count();
  return () => {
    clearTimeout(later);
    for (const [name, act] of Object.entries(heard)) model.off(`change:${name}`, act);
  };
}

export default { render };
