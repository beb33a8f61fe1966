// Buttons of one card of practice, each armed for its person.
import type { CallbackAction } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";

type Look = Pick<CallbackAction, "style" | "confirm"> & { id?: string };
export type Button = (
  action: string,
  label: string,
  options?: Look & { params?: Record<string, string> },
) => CallbackAction;

/** Makes buttons of a card; `own` params go with each. */
export function buttonsOn(
  unit: Pick<Unit, "arm">,
  { person, cardKey, own = {} }: { person: Person; cardKey: string; own?: Record<string, string> },
): Button {
  return (action, label, { params = {}, id = action, ...look } = {}) => ({
    ...{ id, label },
    ref: unit.arm({ action, params: { ...own, ...params }, personId: person.id, cardKey }),
    ...look,
  });
}
