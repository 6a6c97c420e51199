// The row above every table: find, filters as chips, actions. All text is set as text, never as HTML.
const make = (name, className, text) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

function render({ model, el }) {
  const root = make("div", "wb-bar");
  const find = make("input", "wb-find");
  find.type = "search";
  const filters = make("div", "wb-filters");
  const actions = make("div", "wb-actions");
  const said = make("span", "wb-said");
  said.setAttribute("role", "status");
  const top = make("div", "wb-bar-top");
  top.append(find, said, actions);
  root.append(top, filters);
  el.append(root);

  const choose = (group, values) => {
    model.set("chosen", { ...model.get("chosen"), [group.name]: values });
    model.save_changes();
  };
  const toggle = (group, value) => {
    const now = model.get("chosen")[group.name] ?? [];
    if (!group.many) return choose(group, [value]);
    choose(group, now.includes(value) ? now.filter((other) => other !== value) : [...now, value]);
  };

  function chips(group, box) {
    const offered = group.many ? [{ value: null, label: "All" }, ...group.options] : group.options;
    for (const option of offered) {
      const chip = make("button", "wb-chip");
      chip.type = "button";
      chip.dataset.group = group.name;
      chip.dataset.value = JSON.stringify(option.value);
      if (option.colour) {
        const swatch = make("span", "wb-swatch");
        swatch.style.background = option.colour;
        chip.append(swatch);
      }
      chip.append(option.label);
      if (option.count !== undefined && option.count !== null) chip.append(" ", make("span", "wb-count", option.count));
      if (option.title) chip.title = option.title;
      chip.onclick = () => (option.value === null ? choose(group, []) : toggle(group, option.value));
      box.append(chip);
    }
  }

  function list(group, box) {
    const select = make("select", "wb-select");
    select.setAttribute("aria-label", group.label);
    select.dataset.group = group.name;
    if (group.many) select.add(new Option("All", ""));
    for (const option of group.options) select.add(new Option(`${option.label} ${option.count ?? ""}`.trim(), option.value));
    select.onchange = () => choose(group, select.value === "" ? [] : [select.value]);
    box.append(select);
  }

  function build() {
    filters.replaceChildren();
    for (const group of model.get("groups")) {
      const box = make("div", "wb-group");
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", group.label);
      box.append(make("span", "wb-label", group.label));
      (group.options.length > model.get("most_chips") ? list : chips)(group, box);
      filters.append(box);
    }
    mark();
  }

  function mark() {
    const chosen = model.get("chosen");
    for (const chip of filters.querySelectorAll("button")) {
      const values = chosen[chip.dataset.group] ?? [];
      const value = JSON.parse(chip.dataset.value);
      chip.setAttribute("aria-pressed", value === null ? values.length === 0 : values.includes(value));
    }
    for (const select of filters.querySelectorAll("select")) select.value = (chosen[select.dataset.group] ?? [])[0] ?? "";
  }

  function offer() {
    const held = actions.contains(document.activeElement) ? document.activeElement.textContent : null;
    actions.replaceChildren();
    for (const action of model.get("actions")) {
      const button = make("button", "wb-action", action.label);
      button.type = "button";
      button.disabled = !!action.disabled;
      if (action.title) button.title = action.title;
      button.onclick = async () => {
        if (action.leads) button.blur();
        if (action.copies) {
          await copy(model.get("clip"));
          said.textContent = "Copied.";
        }
        model.set("pressed", { name: action.name, times: (model.get("pressed").times ?? 0) + 1 });
        model.save_changes();
      };
      actions.append(button);
      if (action.label === held) button.focus({ preventScroll: true }); // pressed once more, it does the same again
    }
  }

  // No pause for the next letter: while Python answers to one, what is typed meanwhile is kept and sent as one.
  find.oninput = () => {
    model.set("find", find.value);
    model.save_changes();
  };
  const fill = () => {
    if (find.value !== model.get("find")) find.value = model.get("find");
  };
  const speak = () => {
    said.textContent = model.get("said");
  };
  const hint = () => {
    find.placeholder = model.get("placeholder");
    find.setAttribute("aria-label", model.get("placeholder"));
  };

  const heard = { groups: build, chosen: mark, actions: offer, find: fill, said: speak, placeholder: hint };
  for (const [name, act] of Object.entries(heard)) {
    model.on(`change:${name}`, act);
    if (name !== "chosen") act();
  }
  return () => {
    for (const [name, act] of Object.entries(heard)) model.off(`change:${name}`, act);
  };
}

export default { render };
