// The controls that decide on the selected row: one line of buttons, and a form that folds out below it. All text is set
// as text, never as HTML. Python decides; this only tells it what was pressed and typed.
const make = (name, className, text) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
};
const button = (label, title, act) => {
  const node = make("button", "wb-action", label);
  node.type = "button";
  if (title) node.title = title;
  node.onclick = act;
  return node;
};
// On a row of the table, with Shift: whoever types beside the find box decides on nothing by chance.
const KEYS = { C: "confirm", E: "correct", X: "reject", M: "memo", G: "grade", H: "history", U: "undo" };
let made = 0;

function render({ model, el }) {
  const root = make("div", "wb-decide");
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", "Decide on the selected row");
  const hint = make("span", "wb-cite");
  const what = make("div", "wb-decide-what");
  const line = make("div", "wb-decide-line");
  const said = make("p", "wb-decide-said");
  said.setAttribute("role", "status");
  const form = make("div", "wb-decide-form");
  form.setAttribute("role", "group");
  let submit = () => {};
  root.append(what, line, said, form);
  el.append(root);
  const number = ++made;
  // What is decided on goes along: the selection travels apart from what is pressed, and may arrive later.
  const row = () => view?.querySelector('.wb-grid tr[aria-selected="true"]')?.dataset.id ?? "";
  let [view, at] = [null, ""];
  const tell = (content) => model.send({ row: row(), ...content });
  const reason = make("input", "wb-decide-reason");
  reason.placeholder = "Reason (optional)";
  reason.setAttribute("aria-label", "Reason for the decision (optional)");
  const why = () => {
    const text = reason.value;
    reason.value = "";
    return text;
  };
  const open = (name) => () => tell({ do: "open", form: model.get("form") === name ? "" : name });
  const acts = {
    confirm: () => tell({ do: "confirm", reason: why() }),
    correct: open("correct"),
    reject: () => tell({ do: "reject", reason: why() }),
    memo: open("memo"),
    grade: open("grade"),
    history: open("history"),
    undo: () => tell({ do: "undo" }),
    redo: () => tell({ do: "redo" }),
  };
  const buttons = {
    confirm: button("✓ Confirm", "It is as the workbench reads it (Shift+C on a row)", acts.confirm),
    correct: button("✎ Correct…", "Put it right (Shift+E on a row)", acts.correct),
    reject: button("✕ Reject", "It is wrong: leave it out everywhere (Shift+X on a row)", acts.reject),
    memo: button("Memo…", "Write a note on it (Shift+M on a row)", acts.memo),
    grade: button("Grade…", "Reliability of the source, credibility of what it says (Shift+G on a row)", acts.grade),
    history: button("History", "What was decided on it, by whom and when (Shift+H on a row)", acts.history),
    undo: button("↶ Undo", "", acts.undo),
    redo: button("↷ Redo", "", acts.redo),
  };
  for (const name of ["correct", "memo", "grade", "history"]) buttons[name].setAttribute("aria-expanded", "false");
  const who = button("", "Who decides: click to change", () => {
    const name = make("input", "wb-decide-name");
    name.value = model.get("analyst");
    name.setAttribute("aria-label", "Who decides");
    let done = false;
    const end = (keep) => {
      if (done) return;
      done = true;
      if (keep && name.value.trim() && name.value !== model.get("analyst")) tell({ do: "sign", name: name.value });
      name.replaceWith(who);
      who.focus();
    };
    name.onkeydown = (event) => {
      if (event.key === "Enter") { event.preventDefault(); end(true); }
      if (event.key === "Escape") end(false);
    };
    name.onblur = () => end(true);
    who.replaceWith(name);
    name.select();
  });
  who.classList.add("wb-decide-who");
  const own = make("span", "wb-decide-own");
  const { confirm, correct, reject, memo, grade, history, undo, redo } = buttons;
  own.append(confirm, correct, reject, reason, memo, grade, history);
  const last = make("span", "wb-decide-last");
  last.append(undo, redo, who);
  line.append(own, last);

  function parts() {
    what.replaceChildren();
    const empty = model.get("hint");
    root.hidden = empty === "-";
    if (empty) {
      hint.textContent = empty;
      what.append(hint);
    } else {
      const some = model.get("parts");
      const chosen = model.get("chosen");
      if (some.length > 1) {
        const select = make("select", "wb-select");
        select.setAttribute("aria-label", "Decide on");
        some.forEach((one, index) => {
          const marks = one.badges.length ? ` (${one.badges.join(", ")})` : "";
          select.add(new Option(`${one.name}${marks}`, index, false, index === chosen));
        });
        select.onchange = () => tell({ do: "choose", at: Number(select.value) });
        what.append(make("span", "wb-label", "Decide on"), select);
      } else what.append(make("span", "wb-label", "Decide on"), make("b", "", some[0]?.name));
      for (const badge of model.get("badges")) what.append(make("span", `wb-badge wb-is-${badge.split(" ")[0]}`, badge));
    }
    own.hidden = !!empty;
    line.hidden = !!empty && !model.get("undo") && !model.get("redo");
  }

  function steps() {
    for (const [name, label] of [["undo", "Undo"], ["redo", "Redo"]]) {
      const told = model.get(name);
      buttons[name].disabled = !told;
      buttons[name].title = told ? `${label}: ${told}` : `Nothing to ${name}`;
    }
    who.textContent = `as ${model.get("analyst")}`;
    parts();
  }

  function speak() {
    said.replaceChildren(model.get("said"));
    said.classList.toggle("wb-decide-bad", model.get("bad"));
    if (model.get("waiting")) said.append(" ", button("Keep again", "Try to write it to the disk", () => tell({ do: "keep" })));
    said.hidden = !model.get("said") && !model.get("waiting");
  }

  const labelled = (label, control, note) => {
    const box = make("label", "wb-decide-field");
    box.append(make("span", "wb-label", label), control);
    if (note) box.append(make("span", "wb-cite", note));
    return box;
  };

  function control(field) {
    if (field.kind === "many") {
      const box = make("fieldset", "wb-decide-many");
      box.append(make("legend", "wb-label", field.label));
      for (const [value, called] of field.options) {
        const tick = make("input");
        tick.type = "checkbox";
        tick.value = value;
        tick.checked = field.value.includes(value);
        const one = make("label");
        one.append(tick, " ", called);
        box.append(one);
      }
      return [box, () => [...box.querySelectorAll("input:checked")].map((tick) => tick.value)];
    }
    if (field.kind === "choice") {
      const select = make("select", "wb-select");
      select.add(new Option(field.hint || "none", ""));
      for (const [value, called] of field.options) select.add(new Option(called, value));
      select.value = field.value;
      return [labelled(field.label, select), () => select.value];
    }
    const input = field.kind === "span" ? make("textarea", "wb-decide-input") : make("input", "wb-decide-input");
    if (field.kind === "span") input.rows = Math.min(4, 1 + Math.floor(field.value.length / 90));
    if (field.kind === "number") input.inputMode = "decimal";
    input.value = field.value;
    input.placeholder = field.hint;
    const box = labelled(field.label, input);
    if (field.kind === "span") box.classList.add("wb-decide-wide");
    if (field.kind === "text" && field.options.length) {
      const list = make("datalist");
      list.id = `wb-decide-${number}-${field.name}`;
      for (const [value] of field.options) list.append(new Option(value, value));
      input.setAttribute("list", list.id);
      box.append(list);
    }
    return [box, () => input.value];
  }

  const send = (label) => {
    const box = make("div", "wb-decide-send");
    const go = button(label, "Enter", () => submit());
    go.classList.add("wb-decide-go");
    box.append(go, button("Cancel", "Esc", close));
    return box;
  };
  function close() {
    const name = model.get("form");
    tell({ do: "open", form: "" });
    buttons[name]?.focus();
  }

  const forms = {
    correct() {
      const controls = model.get("fields").map((field) => [field.name, ...control(field)]);
      const note = make("input", "wb-decide-input");
      note.value = reason.value;
      note.placeholder = "why (optional)";
      form.append(...controls.map(([, box]) => box), labelled("Reason", note), send("Correct"));
      submit = () => {
        const changes = Object.fromEntries(controls.map(([name, , read]) => [name, read()]));
        reason.value = "";
        tell({ do: "correct", changes, reason: note.value, row: at });
      };
    },
    memo() {
      const text = make("textarea", "wb-decide-input");
      text.rows = 3;
      const box = labelled("Memo", text);
      box.classList.add("wb-decide-wide");
      form.append(box, send("Keep memo"));
      submit = () => {
        tell({ do: "memo", text: text.value, row: at });
      };
    },
    grade() {
      const sides = model.get("grades").sides ?? [];
      for (const side of sides) {
        const box = make("fieldset", "wb-decide-many wb-decide-grades");
        box.append(make("legend", "wb-label", side.label));
        for (const [grade, means] of side.options) {
          const pick = make("input");
          pick.type = "radio";
          pick.name = `wb-grade-${number}-${side.name}`;
          pick.value = grade;
          pick.checked = side.now === grade;
          const one = make("label");
          one.append(pick, " ", make("b", "", grade), ` ${means}`);
          box.append(one);
        }
        if (side.given.length) box.append(make("span", "wb-cite", `Given so far: ${side.given.join("; ")}`));
        form.append(box);
      }
      form.append(send("Grade"));
      submit = () => {
        const chosen = Object.fromEntries(sides.map((side) => [side.name, form.querySelector(`input[name="wb-grade-${number}-${side.name}"]:checked`)?.value ?? ""]));
        for (const side of sides) if (chosen[side.name] === side.now) chosen[side.name] = "";
        tell({ do: "grade", ...chosen, reason: why(), row: at });
      };
    },
    history() {
      submit = () => {};
      const past = model.get("history");
      if (!past.length) form.append(make("p", "wb-cite", "Nothing was decided on this yet: it is as the machine reads it."));
      const list = make("ol", "wb-decide-past");
      for (const one of past) {
        const item = make("li", one.undone ? "wb-decide-undone" : "");
        item.append(make("span", "wb-cite", `${one.when} · ${one.who}`), " ", make("b", "", one.what), one.change ? ` ${one.change}` : "");
        if (one.reason) item.append(make("i", "", ` — ${one.reason}`));
        if (one.undone) item.append(" ", make("span", "wb-badge", "undone"));
        if (one.orphan) item.append(" ", make("span", "wb-badge", `without effect: ${one.orphan}`));
        if (one.id) item.append(" ", button("Undo this", "", () => tell({ do: "undo", id: one.id })));
        list.append(item);
      }
      form.append(list);
    },
  };

  let shown = "";
  function unfold() {
    const name = model.get("form");
    form.replaceChildren();
    form.hidden = !name;
    for (const each of ["correct", "memo", "grade", "history"]) buttons[each].setAttribute("aria-expanded", each === name);
    at = row();
    if (name) forms[name]?.();
    if (name && name !== "history" && name !== shown) form.querySelector("input, select, textarea")?.focus();
    if (!name && shown && document.activeElement === document.body) buttons[shown]?.focus();
    shown = name;
  }
  form.onkeydown = (event) => {
    if (event.key !== "Enter" || event.shiftKey || !event.target.matches("input")) return;
    event.preventDefault();
    submit();
  };
  root.onkeydown = (event) => {
    if (event.key === "Escape" && model.get("form")) {
      event.preventDefault();
      close();
    }
  };

  const key = (event) => {
    const name = KEYS[event.key];
    if (!name || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || !event.target.matches("tr[data-id]")) return;
    if (root.hidden || (name === "undo" && !model.get("undo"))) return;
    event.preventDefault();
    acts[name]();
  };
  const frame = requestAnimationFrame(() => {
    view = el.closest(".wb-view");
    view?.addEventListener("keydown", key);
  });

  const heard = {
    hint: parts, parts, chosen: parts, badges: parts, undo: steps, redo: steps, analyst: steps,
    said: speak, bad: speak, waiting: speak, form: unfold, fields: () => model.get("form") === "correct" && unfold(),
    grades: () => model.get("form") === "grade" && unfold(), history: () => model.get("form") === "history" && unfold(),
  };
  for (const [name, act] of Object.entries(heard)) model.on(`change:${name}`, act);
  steps();
  speak();
  unfold();
  return () => {
    cancelAnimationFrame(frame);
    view?.removeEventListener("keydown", key);
    for (const [name, act] of Object.entries(heard)) model.off(`change:${name}`, act);
  };
}

export default { render };
