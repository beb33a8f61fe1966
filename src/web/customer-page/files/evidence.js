// The panel of one node: fields with where they came from, touches with source, time and properties.

const byId = (id) => document.getElementById(id);

function make(tag, text, className) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

/** Shows a node's evidence, or more of it below what is there. */
export function showEvidence({ title, fields, items, next }, { words, isMore, onMore }) {
  const panel = byId("evidence");
  const body = byId("evidence-body");
  if (!isMore) body.replaceChildren();
  body.querySelector(".more")?.remove();
  byId("evidence-title").textContent = title;
  if (!isMore && fields.length > 0) body.append(toFields(fields));
  const list = document.createElement("ul");
  list.append(...items.map(toItem));
  body.append(list);
  if (!isMore && fields.length + items.length === 0) body.append(make("p", words.nothing, "soft"));
  if (next !== null) {
    const more = make("button", words.more, "more");
    more.type = "button";
    more.addEventListener("click", () => onMore(next));
    body.append(more);
  }
  panel.hidden = false;
  byId("hint").hidden = true;
  byId("close").onclick = () => {
    panel.hidden = true;
    byId("hint").hidden = false;
  };
  if (!isMore) byId("evidence-title").focus({ preventScroll: true });
  if (!isMore) panel.scrollIntoView({ block: "nearest" });
}

function toFields(fields) {
  const list = document.createElement("dl");
  for (const { label, value, from } of fields) {
    const detail = make("dd", value);
    if (from) detail.append(make("span", ` (${from})`, "soft"));
    list.append(make("dt", label), detail);
  }
  return list;
}

function toItem({ what, who, when, source, quote, props }) {
  const item = document.createElement("li");
  item.append(make("strong", what), make("p", [when, who, source].join(" · "), "soft"));
  if (quote !== null) item.append(make("blockquote", quote));
  const said = props.map(([name, value]) => `${name}: ${value}`).join(" · ");
  if (said) item.append(make("p", said));
  return item;
}
