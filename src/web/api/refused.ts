// What the gate refused, as an answer: each field with what breaks and what to do.
import type { Refusal as GateRefusal } from "../../core/gate/gate.ts";
import type { Language } from "../../core/model.ts";
import { sayBreach } from "../../core/pipeline/contracts/say-breach.ts";
import { readingOf } from "../../core/text/format.ts";
import { textsFor } from "../../core/text/texts.ts";
import { Refusal, type Wrong } from "../problem.ts";

/** Where a refused change stood in the request, such as `leads.3.`. */
export type PlaceOf = (index: number) => string;

type Telling = { language: Language; placeOf?: PlaceOf };

/** Throws when there is anything to refuse. */
export function checkRefused(refusals: readonly GateRefusal[], telling: Telling): void {
  if (refusals.length > 0) throw toRefusal(refusals, telling);
}

/** The answer to a write of which something was refused. */
export function toRefusal(
  refusals: readonly GateRefusal[],
  { language, placeOf = () => "" }: Telling,
): Refusal {
  const message = refusals[0]?.message ?? "";
  if (refusals[0]?.code === "forbidden") return new Refusal(403, "forbidden", { message });
  const errors = refusals.flatMap((one) => wrongsOf(one, placeOf(one.index), language));
  const code = refusals.some((one) => one.code === "contract") ? "contract" : "invalid";
  const wrong = errors.map(({ detail }) => detail).join(textsFor(language).api.and);
  return new Refusal(422, code, { params: { wrong }, errors, message });
}

/** Moments in a sentence are of no zone of anybody's here. */
const timeZone = "UTC";

function wrongsOf(
  { breaches, field, code, message }: GateRefusal,
  place: string,
  language: Language,
): Wrong[] {
  const at = (name: string | null) =>
    name === null ? place.replace(/\.$/, "") || null : `${place}${name}`;
  if (!breaches) return [{ field: at(field), code, detail: message }];
  return breaches.map((breach) => ({
    field: at(breach.contract.field),
    code: breach.code,
    detail: sayBreach(breach, readingOf({ language, timeZone })),
  }));
}
