// The variables of the chat model, for settings.ts.
import { z } from "zod";
import { endpointAddress } from "../endpoint-address.ts";

/** Which model speaks as the customer in practice and judges beside the score; none by default. */
export const modelSettings = {
  MODEL_BASE_URL: {
    what: "Practice: an OpenAI-compatible chat endpoint that speaks as the customer. Empty: the embedded one does.",
    expects: "an address that begins with https:// or http:// and holds no password",
    where:
      "Your provider's base URL, such as https://api.openai.com/v1, or a server of your own. What is said in practice is sent there.",
    fallback: "",
    read: endpointAddress,
  },
  MODEL_API_KEY: {
    what: "Practice: the endpoint's API key.",
    expects: "the key, without spaces",
    where: "Your provider's console; empty for a server of your own that asks for none.",
    fallback: "",
    secret: true as const,
    read: z.string().refine((value) => !/\s/.test(value)),
  },
  MODEL_NAME: {
    what: "Practice: the endpoint's model.",
    expects: "a model's name, without spaces",
    where: "Your provider's list of chat models. One that answers within a few seconds.",
    fallback: "gpt-4o-mini",
    read: z.string().regex(/^\S+$/),
  },
  MODEL_TEMPERATURE: {
    what: "Practice: the model's temperature. Empty: the model's own; some take no other.",
    expects: "a number from 0 to 2",
    where: "Your choice: 0.7 varies more, 0.2 keeps closer to the plan.",
    fallback: "",
    read: z
      .string()
      .regex(/^(\d(\.\d+)?)?$/)
      .transform((text) => (text === "" ? undefined : Number(text)))
      .refine((value) => value === undefined || value <= 2),
  },
  MODEL_TIMEOUT_SECONDS: {
    what: "Practice: seconds for one turn, after which the embedded customer takes it.",
    expects: "a number of seconds from 1 to 120",
    where: "Your choice: a rep waits for it on a running clock.",
    fallback: "20",
    read: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform((text) => Number(text) * 1000)
      .refine((ms) => ms >= 1_000 && ms <= 120_000),
  },
};
