// Who is behind an account, and which account is somebody's: asked of Lark, which verified their mail and phone.
import { Refused } from "../../core/errors.ts";
import type { Address, ChatSurface } from "../adapter.ts";
import { asErrors } from "./client/failures.ts";
import type { LarkUser } from "./client.ts";
import { type Clients, clientOf } from "./clients.ts";

/** Users of other organisations never get here: their events are ignored (parse.ts). */
export function createPeople(
  clients: Clients,
): Pick<ChatSurface["adapter"], "whoIs" | "findAccount"> {
  return {
    async whoIs({ connection, externalId }) {
      const client = clientOf(clients, connection);
      const user = await asErrors(() => client.user(externalId)).catch(unlessRefused);
      return user && toPlatformUser(user);
    },
    async findAccount({ email, phone }) {
      const emails = email ? [email] : [];
      const mobiles = phone ? [phone.replace(/[^\d+]/g, "")] : [];
      return emails.length + mobiles.length > 0
        ? findAnywhere(clients, { emails, mobiles })
        : undefined;
    },
  };
}

async function findAnywhere(
  clients: Clients,
  by: { emails: string[]; mobiles: string[] },
): Promise<Address | undefined> {
  for (const [connection, client] of clients) {
    const externalId = await asErrors(() => client.findUser(by)).catch(unlessRefused);
    if (externalId) return { connection, externalId };
  }
  return undefined;
}

function toPlatformUser({ email, mobile, isGone }: LarkUser) {
  return { outside: isGone, ...(email ? { email } : {}), ...(mobile ? { phone: mobile } : {}) };
}

// Nobody the app may see: that is an answer, unlike a Lark that is busy.
function unlessRefused(error: unknown): undefined {
  if (error instanceof Refused) return undefined;
  throw error;
}
