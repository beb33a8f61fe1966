// The conversation as it moves: stay at the end, keep the reader's place, never take away what they are typing.
const scroll = document.getElementById("scroll");
const live = document.querySelector("main[sse-connect]");

// A card higher than the screen is read from its top: its end alone says neither who nor why.
let placedAt = 0;
const toEnd = () => {
  if (!scroll) return;
  const last = scroll.querySelector("#messages > article:last-of-type");
  const isHigher = last && last.offsetHeight > scroll.clientHeight;
  scroll.scrollTo({ top: isHigher ? last.offsetTop - 12 : scroll.scrollHeight });
  placedAt = scroll.scrollTop;
};
// Where we put the reader, or at the very end: both follow what comes.
const isAtEnd = () =>
  Math.abs(scroll.scrollTop - placedAt) < 2 ||
  scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
// What comes within moments of a press is its answer: looked at where it comes, wherever the button stood.
let pressedAt = 0;
let pressed = null;
const isAnswer = () => Date.now() - pressedAt < 4_000;
document.addEventListener("htmx:beforeRequest", ({ target }) => {
  if (!target.closest("#messages, #sheet")) return;
  pressedAt = Date.now();
  pressed = target;
});
const markTyping = (form) => form?.setAttribute("data-typing", "");

toEnd();
addEventListener("load", toEnd);

document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target, fragment } = event.detail;
  if (target.id === "messages" && (isAtEnd() || isAnswer() || fragment.querySelector(".mine"))) {
    requestAnimationFrame(toEnd);
  }
  if (target.matches("article")) keepPlace(event);
});

function keepPlace(event) {
  const { target } = event.detail;
  if (target.querySelector("form[data-typing]")) {
    event.preventDefault();
    return;
  }
  if (isAnswer() && target.contains(pressed)) showTop(target.id);
  if (!target.contains(document.activeElement)) return;
  const refocus = () => document.getElementById(target.id)?.focus({ preventScroll: true });
  requestAnimationFrame(refocus);
}

// What a press put in a card's place begins at its title, which may be far above the button.
function showTop(id) {
  requestAnimationFrame(() => {
    const card = document.getElementById(id);
    if (card && card.offsetTop < scroll.scrollTop) scroll.scrollTo({ top: card.offsetTop - 12 });
  });
}

// What is being typed into a card's form survives an update of that card, until it is sent.
document.addEventListener("input", ({ target }) => markTyping(target.closest("article form.form")));
document.addEventListener("htmx:beforeRequest", ({ target }) => {
  const forms = target.closest("article")?.querySelectorAll("form[data-typing]") ?? [];
  for (const form of forms) form.removeAttribute("data-typing");
});
document.addEventListener("htmx:afterRequest", ({ target }) => {
  if (target.matches?.("article form.form") && target.querySelector(".error:not(:empty)")) {
    markTyping(target);
  }
});

// Where the stream goes on from, should it have to be opened anew.
live?.addEventListener("htmx:sseMessage", ({ detail }) => {
  if (!detail.lastEventId) return;
  const path = live.getAttribute("sse-connect").split("?")[0];
  live.setAttribute("sse-connect", `${path}?after=${encodeURIComponent(detail.lastEventId)}`);
});
live?.addEventListener("htmx:sseError", () => document.body.classList.add("is-offline"));
live?.addEventListener("htmx:sseOpen", () => document.body.classList.remove("is-offline"));
