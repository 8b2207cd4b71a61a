/*
 * The search box of every page: '/' and Ctrl-K lead to it.
 */

const box = document.querySelector("[data-search-form] input[type=search]");
if (box) document.addEventListener("keydown", (event) => focusBox(event, box));

function focusBox(event, box) {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.shiftKey) return;
  const commanded = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
  const slashed = event.key === "/" && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
  if (!commanded && !slashed) return;
  event.preventDefault();
  box.focus();
  box.select();
}

function isTyping(target) {
  return target.closest?.("input, textarea, select, [contenteditable]") !== null;
}
