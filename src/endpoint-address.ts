// How the address of an OpenAI-compatible endpoint is read from a variable.
import { z } from "zod";

/** An http(s) address without a password in it, or nothing. */
export const endpointAddress = z.string().refine((value) => value === "" || isEndpoint(value));

function isEndpoint(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && username === "" && password === "";
}
