// One act of a user, and how long until the page has drawn the last change of its answer; then all as it was before.
async ([name, act, given]) => {
  const LONGEST = 8000;
  const SETTLED = 450;
  const view = document.querySelector(`.bench-${name}`);
  const reader = name === "Reader";
  const all = (selector) => [...view.querySelectorAll(selector)];
  const texts = (selector) => all(selector).map((node) => node.textContent).join("\n");
  // What can be seen of the table: its first rows, and what stands below it.
  const table = () => `${all(".wb-grid tbody tr").slice(0, 25).map((row) => row.textContent).join("\n")}\n${texts(".wb-status")}`;
  const answers = {
    find: reader ? () => texts(".wb-found") : table,
    select: reader ? () => texts(".wb-told, .wb-none-here") : () => texts(".wb-detail"),
    filter: reader ? () => texts(".wb-colname") : table,
    sort: reader ? () => view.querySelector(".wb-reader").className : table,
    page: reader ? () => texts(".wb-told, .wb-none-here") : table,
  };
  const pictures = () => all(".wb-detail img").map((image) => image.src.length).join(" ");
  const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  // Until what `answer` reads has last changed and is drawn; null where it never does.
  async function until(answer, doing) {
    const started = performance.now();
    const last = { answer: null, picture: null };
    const before = { answer: answer(), picture: pictures() };
    let [seen, pending] = [started, 0];
    const drawn = (what) => {
      pending += 1;
      requestAnimationFrame(() => setTimeout(() => {
        last[what] = performance.now() - started;
        pending -= 1;
      }, 0));
    };
    const look = () => {
      seen = performance.now();
      for (const [what, read] of [["answer", answer], ["picture", pictures]]) {
        const now = read();
        if (now !== before[what]) {
          before[what] = now;
          drawn(what);
        }
      }
    };
    const watch = new MutationObserver(look);
    watch.observe(view, { subtree: true, childList: true, characterData: true, attributes: true });
    doing();
    while (performance.now() - started < LONGEST) {
      await rest(40);
      const quiet = performance.now() - seen > SETTLED && pending === 0;
      if (quiet && (last.answer !== null || performance.now() - started > 3 * SETTLED)) break;
    }
    watch.disconnect();
    return last;
  }

  const type = (words) => {
    const find = view.querySelector(".wb-find");
    find.value = words;
    find.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const chips = () => all(".wb-bar .wb-chip").filter((chip) => chip.dataset.value !== "null");
  const groups = () => all(".wb-group").filter((group) => !reader || group.getAttribute("aria-label").startsWith("Shown"));
  const group = groups()[given % Math.max(1, groups().length)];
  const select = group?.querySelector("select");
  const chosen = group && [...group.querySelectorAll(".wb-chip")].filter((chip) => chip.dataset.value !== "null");

  if (act === "find") {
    const forth = await until(answers.find, () => type(given));
    const back = await until(answers.find, () => type(""));
    return { ...(forth.answer && { find: forth.answer }), ...(back.answer && !reader && { clear: back.answer }) };
  }
  if (act === "select") {
    const rows = reader ? all('.wb-text mark[role="button"]') : all("tr[data-id]");
    const row = rows[given + 1];
    if (!row) return {};
    const found = await until(answers.select, () => row.click());
    return { ...(found.answer && { select: found.answer }), ...(found.picture && { picture: found.picture }) };
  }
  if (act === "filter") {
    if (!group) return {};
    const choose = (value) => {
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    let found;
    if (select) {
      const other = [...select.options].map((one) => one.value).filter((one) => one && one !== select.value)[given];
      const was = select.value;
      if (!other) return {};
      found = await until(answers.filter, () => choose(other));
      await until(answers.filter, () => choose(was));
    } else {
      const chip = chosen.find((one) => one.getAttribute("aria-pressed") !== "true") ?? chosen[given];

      const before = chosen.find((one) => one.getAttribute("aria-pressed") === "true");
      found = await until(answers.filter, () => chip.click());
      const same = (data) => chips().find((one) => one.dataset.group === data.group && one.dataset.value === data.value);
      const single = !group.querySelector('.wb-chip[data-value="null"]');
      await until(answers.filter, () => same(single && before ? before.dataset : chip.dataset)?.click());
    }
    return found.answer ? { filter: found.answer } : {};
  }
  if (act === "sort") {
    const buttons = all(reader ? ".wb-legend .wb-chip" : ".wb-grid th button.wb-sort");
    const nth = given % Math.max(1, buttons.length);
    if (!buttons.length) return {};
    const press = () => all(reader ? ".wb-legend .wb-chip" : ".wb-grid th button.wb-sort")[nth].click();
    const first = await until(answers.sort, press);
    const times = [first.answer];
    if (!reader) times.push((await until(answers.sort, press)).answer);
    await until(answers.sort, press);
    const some = times.filter(Boolean);
    return some.length ? { sort: Math.max(...some) } : {};
  }
  const press = (label) => all("button").find((button) => button.textContent.includes(label) && !button.hidden && !button.disabled);
  const [next, previous] = ["Next", "Previous"];
  if (!press(next)) return {};
  const forth = await until(answers.page, () => press(next).click());
  const back = press(previous) ? await until(answers.page, () => press(previous).click()) : { answer: null };
  const some = [forth.answer, back.answer].filter(Boolean);
  return some.length ? { page: Math.max(...some) } : {};
}
