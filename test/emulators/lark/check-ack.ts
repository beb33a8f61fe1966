// What Lark takes as the answer to a press: https://open.larksuite.com/document/feishu-cards/card-callback-communication.
import { z } from "zod";
import { validateCard } from "../../../src/chat/lark/validate.ts";

const ackShape = z.strictObject({
  toast: z
    .strictObject({
      type: z.enum(["info", "success", "error", "warning"]),
      content: z.string().min(1),
    })
    .optional(),
  card: z.strictObject({ type: z.literal("raw"), data: z.unknown() }).optional(),
});

/** What Lark would refuse of it (200672), or of the card in it (200673). */
export function checkAck(answer: unknown): string[] {
  const ack = ackShape.safeParse(answer);
  if (!ack.success) return [`200672: ${z.prettifyError(ack.error)}`];
  const { card } = ack.data;
  return card ? validateCard(card.data, { maxTables: 3 }).map((one) => `200673: ${one}`) : [];
}
