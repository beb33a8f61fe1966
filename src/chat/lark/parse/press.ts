// A press on a card's button, or a form that was filled in.
import { z } from "zod";
import { maxRefLength } from "../../../core/card.ts";
import type { Interaction } from "../../adapter.ts";
import { digestOf } from "../../digest.ts";
import type { Incoming } from "../parse.ts";
import { type Envelope, type Inbound, isOutside, openId, toInbound, toKey } from "./envelope.ts";
import { type FormKinds, formKinds, parseValues } from "./values.ts";

const pressShape = z.object({
  operator: z.object({ open_id: openId, tenant_key: z.string().nullish() }),
  token: z.string().max(1_000).nullish().catch(null),
  action: z.object({
    value: z.object({
      ref: z.string().min(1).max(maxRefLength),
      card: z.string().catch(""),
      opened: z.boolean().catch(false),
      form: formKinds.optional(),
    }),
    form_value: z.record(z.string(), z.unknown()).nullish(),
  }),
  context: z.object({ open_message_id: z.string() }).nullish().catch(null),
  /** Where the older form of a press has it. */
  open_message_id: z.string().nullish().catch(null),
});

/** Undefined when it is none of our buttons. */
export function parsePress(envelope: Envelope): Incoming | undefined {
  const parsed = pressShape.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const { operator, action, context, token, open_message_id } = parsed.data;
  const messageId = context?.open_message_id ?? open_message_id ?? "";
  if (isOutside(operator.tenant_key, envelope)) return { kind: "ignored", why: "outside" };
  const { ref, card, opened, form } = action.value;
  const base = {
    ...toInbound(envelope, operator.open_id, envelope.header.create_time),
    // With what was pressed: a token that is always the same says nothing.
    ...(token ? { aliases: [toKey(envelope, `${token}:${digestOf([messageId, action])}`)] } : {}),
  };
  return {
    kind: "press",
    press: { messageId, card, opened },
    interaction: toInteraction(base, ref, { form, answers: action.form_value ?? undefined }),
  };
}

type Filled = { form: FormKinds | undefined; answers: Record<string, unknown> | undefined };

function toInteraction(base: Inbound, ref: string, { form, answers }: Filled): Interaction {
  if (!form) return { ...base, kind: "action", ref };
  return { ...base, kind: "submit", ref, values: parseValues(answers ?? {}, form) };
}
