// Presses and forms: every request gets its own key, questions are asked first, wrong answers get the focus.
const byId = (id) => document.getElementById(id);
const [sheet, dialog, toasts] = ["sheet", "confirm", "toasts"].map(byId);
const submitterOf = (event) => event.detail.triggeringEvent?.submitter;

// One press is one event, also when the browser sends it twice.
document.addEventListener("htmx:configRequest", (event) => {
  const { parameters, verb } = event.detail;
  const submitter = submitterOf(event);
  if (verb === "get") return;
  parameters.key = crypto.randomUUID();
  if (submitter?.name) parameters[submitter.name] = submitter.value;
});

document.addEventListener("htmx:confirm", (event) => {
  const submitter = submitterOf(event);
  if (!submitter?.dataset.confirm) return;
  event.preventDefault();
  byId("question").textContent = submitter.dataset.confirm;
  byId("yes").textContent = submitter.textContent;
  byId("yes").className = `button ${submitter.classList.contains("danger") ? "danger" : "primary"}`;
  dialog.returnValue = "no";
  dialog.showModal();
  const decide = () => dialog.returnValue === "yes" && event.detail.issueRequest(true);
  dialog.addEventListener("close", decide, { once: true });
});

// The sheet opens when something is put into it and closes when it is emptied.
document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
  if (detail.target.id !== "sheet-body") return;
  const isFilled = detail.fragment.childElementCount > 0;
  if (isFilled && !sheet.open) openSheet();
  if (!isFilled) sheet.close();
});
sheet?.addEventListener("close", () => {
  byId("sheet-body").replaceChildren();
  document.body.append(toasts);
});

function openSheet() {
  sheet.showModal();
  sheet.append(toasts); // what lies outside an open dialog is neither seen nor read out
  requestAnimationFrame(() => {
    focusFirst(byId("sheet-body"));
    sheet.scrollTop = 0; // its title is read before its first field
  });
}

const focusFirst = (part) =>
  part?.querySelector("input:not([type=hidden]), select, textarea, .button")?.focus();

document.addEventListener("htmx:afterRequest", ({ target }) => {
  if (!target.matches?.("form.form")) return;
  const wrong = [...target.querySelectorAll(".field")].filter(markField);
  focusFirst(wrong[0]);
});

function markField(field) {
  const isWrong = Boolean(field.querySelector(".error")?.textContent);
  const inputs = field.querySelectorAll("input:not([type=hidden]), select, textarea");
  for (const input of inputs) input.ariaInvalid = isWrong ? "true" : null;
  return isWrong;
}

// A menu closes once something is picked in it, and when the reader goes elsewhere.
function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(except)) menu.open = false;
  }
}
document.addEventListener("click", ({ target }) => closeMenus(target));
document.addEventListener("keydown", ({ key }) => key === "Escape" && closeMenus());
document.addEventListener("htmx:afterRequest", ({ target }) => {
  if (target.closest?.("details.menu")) closeMenus();
});

// A file that would be refused is not sent at all.
document.addEventListener("change", ({ target }) => {
  if (target.type !== "file") return;
  const size = [...target.files].reduce((sum, file) => sum + file.size, 0);
  if (size <= Number(document.body.dataset.uploadLimit)) return;
  target.value = "";
  const toast = document.createElement("div");
  toast.className = "toast bad";
  toast.textContent = target.dataset.tooBig;
  toasts.append(toast);
});

toasts?.addEventListener("animationend", ({ target }) => target.remove());
