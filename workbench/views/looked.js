// Tells Python that somebody looks again: the view came into sight, or the pointer into it. Shows nothing.
function render({ model, el }) {
  el.style.display = "none";
  let root = null;
  let last = 0;
  const tell = () => {
    const now = Date.now();
    if (now - last < 1000) return;
    last = now;
    model.send({ looked: true });
  };
  const sight = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && tell());
  const frame = requestAnimationFrame(() => {
    root = el.closest(".wb-view");
    if (!root) return;
    sight.observe(root);
    root.addEventListener("pointerenter", tell);
    root.addEventListener("focusin", tell);
  });
  return () => {
    cancelAnimationFrame(frame);
    sight.disconnect();
    root?.removeEventListener("pointerenter", tell);
    root?.removeEventListener("focusin", tell);
  };
}

export default { render };
