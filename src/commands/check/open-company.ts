// Who is asked about companies, as the configuration says.
import type { Config } from "../../config.ts";
import { createGleif } from "../../registers/gleif.ts";
import { createNameServers } from "../../registers/name-servers.ts";
import { createVies } from "../../registers/vies.ts";
import type { CompanyOptions } from "../../wiring/company.ts";

/** Nothing is asked yet; the model's library is loaded only where one is configured. */
export async function openCompany({
  checks,
  vision,
}: Pick<Config, "checks" | "vision">): Promise<CompanyOptions> {
  const { dns, gleifUrl, viesUrl } = checks;
  const options: CompanyOptions = {
    ...(dns ? { names: createNameServers() } : {}),
    registers: [
      ...(gleifUrl ? [createGleif({ baseUrl: gleifUrl })] : []),
      ...(viesUrl ? [createVies({ baseUrl: viesUrl })] : []),
    ],
  };
  if (!vision) return options;
  const { createLicenceReader } = await import("../../model/licence.ts");
  return { ...options, licences: createLicenceReader(vision) };
}
