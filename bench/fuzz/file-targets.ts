// Everything that reads files: tables, and what operators and managers write as YAML.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMapping } from "../../src/crm/read-mapping.ts";
import { readContracts } from "../../src/sources/contracts/read-contracts.ts";
import { readHeader, readRows } from "../../src/sources/import/read/rows.ts";
import { openSourceFile } from "../../src/sources/import/read/source-file.ts";
import { surveyFile } from "../../src/sources/import/read/survey.ts";
import { readRuleText } from "../../src/sources/rules/read-rules.ts";
import { readExportRow } from "../../src/sources/touches/ga4/export-row.ts";
import { parseYaml } from "../../src/sources/yaml/read-yaml.ts";
import { readLoosely, type Target } from "./target.ts";

const playbooks = new URL("../../playbooks/", import.meta.url);

/** The files of a folder that ship, as examples. */
function shipped(folder: string): string[] {
  const path = new URL(`${folder}/`, playbooks);
  const names = readdirSync(path).filter((name) => /\.ya?ml$/.test(name));
  return names.map((name) => readFileSync(new URL(name, path), "utf8").slice(0, 6_000));
}

const csv =
  'Name;"Company, Ltd";E-mail\nAda;"Acme ""UK""";ada@acme.example\n王丽;华信;li@hx.example\n';
const json = '[{"name":"Ada","company":{"name":"Acme"},"tags":["a"]},{"name":"王丽"}]';

/** Files are written under a folder of their own and read back as they would be. */
export function createFileTargets(): Target[] {
  const folder = mkdtempSync(join(tmpdir(), "ringside-fuzz-"));
  const put = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const readTable = async (path: string) => {
    const file = await openSourceFile(path);
    await surveyFile(file);
    for await (const _ of readRows(file, await readHeader(file)));
  };
  return [
    { name: "CSV", examples: [csv], run: (text) => readTable(put("leads.csv", text)) },
    {
      name: "tables in any encoding",
      examples: [
        "Name;Stra\xdfe\nAda;1\n",
        "\xff\xfeN\0a\0;\0B\0\n\0",
        "\xd0\xd5\xc3\xfb,a\n\xcd\xf5,1\n",
        "PK\x03\x04x",
      ],
      run: (text) => readTable(put("bytes.csv", Buffer.from(text, "latin1"))),
    },
    { name: "JSON", examples: [json], run: (text) => readTable(put("leads.json", text)) },
    {
      name: "JSON lines",
      examples: ['{"name":"Ada"}\n{"name":"王丽","budget":50}\n'],
      run: (text) => readTable(put("leads.jsonl", text)),
    },
    {
      name: "rows of a GA4 export",
      examples: [
        '{"event_timestamp":"1700000000000000","event_name":"page_view","event_params":[{"key":"page_location","value":{"string_value":"https://a.example/x"}}],"user_pseudo_id":"1.2"}',
      ],
      run: (text) => readExportRow(readLoosely(text)),
    },
    {
      name: "YAML",
      examples: [...shipped("rules"), ...shipped("medical/en")],
      run: (text) => parseYaml("a.yaml", new TextEncoder().encode(text)),
    },
    {
      name: "rules",
      examples: shipped("rules"),
      run: (text) => readRuleText(text, { types: new Set() }),
    },
    {
      name: "contracts",
      examples: shipped("contracts"),
      run: (text) => readContracts(put("contract.yaml", text)),
    },
    {
      name: "connector mappings",
      examples: shipped("crm"),
      run: (text) => readMapping(put("crm.yaml", text)),
    },
  ];
}
