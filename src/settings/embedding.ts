// The variables of the embedding endpoint, for settings.ts.
import { z } from "zod";
import { endpointAddress } from "../endpoint-address.ts";

/** Which endpoint turns texts into vectors for finding talk tracks; none by default. */
export const embeddingSettings = {
  EMBEDDING_BASE_URL: {
    what: "Finding talk tracks: an OpenAI-compatible embedding endpoint. Empty: vectors fitted on the library, here.",
    expects: "an address that begins with https:// or http:// and holds no password",
    where:
      "Your provider's base URL, such as https://api.openai.com/v1, or a server of your own. The playbooks and what people search for are sent there.",
    fallback: "",
    read: endpointAddress,
  },
  EMBEDDING_API_KEY: {
    what: "Finding talk tracks: the endpoint's API key.",
    expects: "the key, without spaces",
    where: "Your provider's console; empty for a server of your own that asks for none.",
    fallback: "",
    secret: true as const,
    read: z.string().refine((value) => !/\s/.test(value)),
  },
  EMBEDDING_MODEL: {
    what: "Finding talk tracks: the endpoint's model. Another one rebuilds the index.",
    expects: "a model's name, without spaces",
    where: "Your provider's list of embedding models.",
    fallback: "text-embedding-3-small",
    read: z.string().regex(/^\S+$/),
  },
};
