// The variables of the model that reads pictures of business licences, for settings.ts.
import { z } from "zod";
import { endpointAddress } from "../endpoint-address.ts";

/** Which endpoint reads business licences; none by default. */
export const visionSettings = {
  VISION_BASE_URL: {
    what: "Business licences: an OpenAI-compatible chat endpoint that reads pictures. Empty: licences are not read.",
    expects: "an address that begins with https:// or http:// and holds no password",
    where:
      "Your provider's base URL, such as https://api.openai.com/v1, or a server of your own. A picture is sent there once its sender says so.",
    fallback: "",
    read: endpointAddress,
  },
  VISION_API_KEY: {
    what: "Business licences: the endpoint's API key.",
    expects: "the key, without spaces",
    where: "Your provider's console; empty for a server of your own that asks for none.",
    fallback: "",
    secret: true as const,
    read: z.string().refine((value) => !/\s/.test(value)),
  },
  VISION_MODEL: {
    what: "Business licences: the endpoint's model.",
    expects: "a model's name, without spaces",
    where: "Your provider's list of models that take pictures.",
    fallback: "gpt-4o-mini",
    read: z.string().regex(/^\S+$/),
  },
};
