// The button that leads back from what was opened below a view. Python opens and folds away; this brings it into sight.
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function render({ model, el }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "wb-action wb-back";
  el.append(button);
  const into = (node, block) => node?.scrollIntoView({ block, behavior: calm() ? "auto" : "smooth" });
  const label = () => {
    button.textContent = model.get("label");
    button.hidden = !model.get("label");
  };
  const opened = () => requestAnimationFrame(() => {
    label();
    into(button, "start");
    button.focus({ preventScroll: true });
  });
  button.onclick = () => {
    const view = el.closest(".wb-view");
    const row = view?.querySelector('.wb-grid tr[aria-selected="true"], .wb-text .wb-seg.on') ?? view;
    model.send({ do: "back" });
    into(row, "center");
    row?.focus?.({ preventScroll: true });
  };
  model.on("change:label", label);
  model.on("change:times", opened);
  label();
  return () => {
    model.off("change:label", label);
    model.off("change:times", opened);
  };
}

export default { render };
