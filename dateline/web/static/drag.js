// Dragging a story of a draft to another place. The server orders; this says where it was let go.
let dragged = null;
const marked = () => document.querySelectorAll(".drop-before, .drop-end");

function clear() {
  for (const one of marked()) one.classList.remove("drop-before", "drop-end");
}

// The story before which it would stand, or the section at whose end.
function place(event) {
  const section = event.target.closest("[data-section]");
  if (!dragged || !section) return null;
  const entries = [...section.querySelectorAll("[data-entry]")].filter((one) => one !== dragged);
  const before = entries.find((one) => event.clientY < one.getBoundingClientRect().top + one.offsetHeight / 2);
  return { section, before };
}

document.addEventListener("dragstart", (event) => {
  if (!event.target.matches?.(".grip")) return;
  dragged = event.target.closest("[data-entry]");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.entry);
  event.dataTransfer.setDragImage(dragged, 0, 0);
});

document.addEventListener("dragover", (event) => {
  const at = place(event);
  if (!at) return;
  event.preventDefault();
  clear();
  (at.before ?? at.section).classList.add(at.before ? "drop-before" : "drop-end");
});

document.addEventListener("dragend", () => { clear(); dragged = null; });

document.addEventListener("drop", (event) => {
  const at = place(event);
  if (!at) return;
  event.preventDefault();
  const form = dragged.querySelector("form.move");
  form.elements.section.value = at.section.dataset.section;
  form.elements.before.value = at.before?.dataset.entry ?? "";
  form.requestSubmit();
});
