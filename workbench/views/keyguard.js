// A focused control keeps its keys: JupyterLab reads plain keys as commands ("b" inserts a cell, "d d" deletes one) even
// while a list, a button or a table row inside an output has the focus. This stops them at our outermost box. Chords with
// Ctrl, Cmd or Alt, and Shift+Enter, still reach JupyterLab.
function guard(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" && event.shiftKey) return;
  event.stopPropagation();
}

function render({ el }) {
  el.style.display = "none";
  let root = null;
  const frame = requestAnimationFrame(() => {
    root = el.closest(".wb-view") || el.closest(".widget-box") || el.parentElement;
    root?.addEventListener("keydown", guard);
  });
  return () => {
    cancelAnimationFrame(frame);
    root?.removeEventListener("keydown", guard);
  };
}

export default { render };
