// The message box: Enter sends, dropped files wait beside the words until they are sent.
const byId = (id) => document.getElementById(id);
const [composer, words, files, names] = ["composer", "words", "files", "file-names"].map(byId);

words?.focus({ preventScroll: true });

// While a Chinese word is being composed, Enter belongs to the input method (229 is how Safari says so).
words?.addEventListener("keydown", (event) => {
  const isComposing = event.isComposing || event.keyCode === 229;
  if (event.key !== "Enter" || event.shiftKey || isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});

function showNames() {
  const items = [...files.files].map((file) => {
    const item = document.createElement("li");
    item.textContent = file.name;
    return item;
  });
  names.replaceChildren(...items);
}
// A moment later, because a file that is too big is taken out again (requests.js).
files?.addEventListener("change", () => setTimeout(showNames));

let sent = "";
composer?.addEventListener("htmx:beforeRequest", (event) => {
  if (!words.value.trim() && files.files.length === 0) event.preventDefault();
});
composer?.addEventListener("htmx:beforeSend", () => {
  sent = words.value;
  composer.reset();
  showNames();
});
composer?.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (!detail.successful && !words.value) words.value = sent;
});

const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
const mark = (isDropping) => document.body.classList.toggle("is-dropping", isDropping);

document.addEventListener("dragover", (event) => {
  if (!files || !hasFiles(event)) return;
  event.preventDefault();
  mark(true);
});
document.addEventListener("dragleave", (event) => event.relatedTarget === null && mark(false));
document.addEventListener("drop", (event) => {
  if (!files || !hasFiles(event)) return;
  event.preventDefault();
  mark(false);
  files.files = event.dataTransfer.files;
  files.dispatchEvent(new Event("change", { bubbles: true }));
  words.focus();
});
