// A place to drop files on. Their contents go to Python as a message, not as state: nothing of them is saved in the notebook.
function render({ model, el }) {
  const zone = document.createElement("div");
  zone.className = "wb-drop";
  zone.textContent = "or drop files here";
  el.append(zone);

  const over = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    zone.classList.toggle("wb-over", event.type !== "dragleave");
  };
  const drop = async (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    zone.classList.remove("wb-over");
    const contents = await Promise.all(files.map((file) => file.arrayBuffer()));
    model.send({ names: files.map((file) => file.name) }, undefined, contents);
  };
  for (const name of ["dragenter", "dragover", "dragleave"]) zone.addEventListener(name, over);
  zone.addEventListener("drop", drop);
}

export default { render };
