// Wires checks of companies: what is read here, and who is asked elsewhere.
import type {
  CompanySources,
  NameServers,
  Register,
} from "../core/pipeline/checks/company/ports.ts";
import type { LicenceReader } from "../core/pipeline/checks/licence/licence.ts";
import { readDomain } from "../registers/read-domain.ts";
import { readPhone } from "../registers/read-phone.ts";
import { duplicateReaders } from "../sources/duplicates/readers.ts";

/** Who may be asked; nobody by default. */
export type CompanyOptions = {
  names?: NameServers;
  registers?: readonly Register[];
  /** Reads photographed licences. */
  licences?: LicenceReader;
};

export type CompanyParts = { company: CompanySources; licences?: LicenceReader };

export function createCompanyParts(options: CompanyOptions): CompanyParts {
  const { names, registers = [], licences } = options;
  const { spell } = duplicateReaders;
  const readers = { phone: readPhone, domain: readDomain, spell };
  return {
    company: { readers, registers, ...(names ? { names } : {}) },
    ...(licences ? { licences } : {}),
  };
}
