// What we know Lark refuses, checked before it is sent. Used by the renderer itself and by the tests' emulator.
import { z } from "zod";
import { bytesOf, type Element, elementsOf } from "./render/element.ts";
import { elementShapes, rootShape } from "./render/shapes.ts";

/** Lark's own limits; the renderer asks to stay below them (limits.ts). */
const refusedAbove = { maxBytes: 30_000, maxElements: 200, maxTables: 5 };
/** Texts inside elements are a level too. */
const refusedNesting = 5;
const refusedCharts = 5;

export type Above = Partial<Most>;

/** Sentences about what Lark would refuse; none when the card is fine. */
export function validateCard(card: unknown, above: Above = {}): string[] {
  const most = { ...refusedAbove, ...above };
  const root = rootShape.safeParse(card);
  if (!root.success) return [z.prettifyError(root.error)];
  const all = elementsOf(card);
  return [
    ...all.flatMap(({ element }) => checkShape(element)),
    ...checkSize(card, all, most),
    ...checkCounts(all, most),
    ...checkNames(all.map(({ element }) => element)),
    ...root.data.body.elements.flatMap((element) => checkPlaces(element as Element, "root")),
  ];
}

type Placed = ReturnType<typeof elementsOf>;
type Most = typeof refusedAbove;

function checkShape(element: Element): string[] {
  const shape = elementShapes[element.tag];
  if (!shape) return [`200861: there is no ${element.tag} in card JSON 2.0`];
  const result = shape.safeParse(element);
  return result.success ? [] : [`200621: ${element.tag}: ${z.prettifyError(result.error)}`];
}

function checkSize(card: unknown, all: Placed, { maxBytes, maxElements }: Most): string[] {
  const problems: string[] = [];
  const bytes = bytesOf(card);
  if (bytes > maxBytes) problems.push(`230025: ${bytes} bytes`);
  if (all.length > maxElements) problems.push(`11310: ${all.length} elements`);
  if (all.some(({ depth }) => depth > refusedNesting)) problems.push("nested too deep");
  return problems;
}

function checkCounts(all: Placed, { maxTables }: Most): string[] {
  const count = (tag: string) => all.filter(({ element }) => element.tag === tag).length;
  const problems: string[] = [];
  if (count("table") > maxTables) problems.push(`11310: ${count("table")} tables`);
  if (count("chart") > refusedCharts) problems.push(`200550: ${count("chart")} charts`);
  return problems;
}

/** Whatever can be filled or pressed in a form has a name, each once in a card; so has the form. */
function checkNames(all: Element[]): string[] {
  const forms = all.filter(({ tag }) => tag === "form");
  const inside = forms.flatMap((form) => elementsOf(form.elements).map(({ element }) => element));
  const nameless = [...forms, ...inside.filter(({ tag }) => interactive.has(tag))].filter(
    ({ name }) => typeof name !== "string" || name === "",
  );
  const names = all.flatMap(({ tag, name }) =>
    tag !== "table" && typeof name === "string" ? [name] : [],
  );
  const ids = all.flatMap(({ element_id: id }) => (typeof id === "string" ? [id] : []));
  const unsubmitted = forms.filter(
    (form) => !JSON.stringify(form).includes('"form_action_type":"submit"'),
  );
  return [
    ...nameless.map(({ tag }) => `200530: a ${tag} of a form has no name`),
    ...twice(names).map((name) => `200530: the name ${name} stands twice`),
    ...twice(ids).map((id) => `the element_id ${id} stands twice`),
    ...unsubmitted.map(() => "200530: a form has no submit button"),
  ];
}

const interactive = new Set([
  ...["button", "input", "select_static", "multi_select_static", "select_person"],
  ...["multi_select_person", "date_picker", "picker_time", "picker_datetime", "checker"],
]);

const twice = (words: string[]) => words.filter((word, index) => words.indexOf(word) !== index);

type Place = "root" | "form" | "panel" | "column";

/** Where each kind may stand. */
const allowed: Record<string, readonly Place[]> = {
  form: ["root"],
  table: ["root"],
  chart: ["root", "column"],
  collapsible_panel: ["root"],
  input: ["form"],
  select_static: ["form"],
  multi_select_static: ["form"],
  date_picker: ["form"],
};
const placeOf: Record<string, Place> = {
  form: "form",
  collapsible_panel: "panel",
  column_set: "column",
};

function checkPlaces(element: Element, place: Place): string[] {
  const places = allowed[element.tag];
  const here =
    places && !places.includes(place) ? [`a ${element.tag} may not stand in a ${place}`] : [];
  // Columns of a form are still the form.
  const next = place === "form" || place === "panel" ? place : (placeOf[element.tag] ?? place);
  const children = [element.elements, element.columns].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  if (element.tag === "table") return here;
  return [...here, ...children.flatMap((child) => checkPlaces(child as Element, next))];
}
