// Which of our languages a caller would rather read.
import { type Language, languages } from "../model.ts";

/** From an Accept-Language header (RFC 9110, 12.5.4); English where it asks for neither. */
export function requestedLanguage(header: string | undefined): Language {
  const wanted = (header ?? "").split(",").flatMap((part) => {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
    const language = languages.find((one) => tag === one || tag.startsWith(`${one}-`));
    return language ? [{ language, weight: Number(quality ?? 1) }] : [];
  });
  const [best] = wanted.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return best?.language ?? "en";
}
