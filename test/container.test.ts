// The container's files by rules of our own; images are built elsewhere.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { settings } from "../src/settings.ts";

const root = new URL("../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), "utf8");
const manifest = JSON.parse(read("package.json")) as { version: string };
const secretNames = Object.entries(settings).flatMap(([name, one]) =>
  "secret" in one ? [name] : [],
);

type Instruction = { name: string; args: string };

/** Instructions in order; comments are gone and continued lines are one. */
function parseDockerfile(text: string): Instruction[] {
  return text
    .replace(/^\s*#.*\n/gm, "")
    .replace(/\\\n\s*/g, " ")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => ({
      name: line.split(" ")[0] ?? "",
      args: line.slice(line.indexOf(" ") + 1).trim(),
    }));
}

/** What is wrong with a Dockerfile, by the names hadolint has for it where it has one. */
function lintDockerfile(text: string): string[] {
  const all = parseDockerfile(text);
  const last = all.slice(all.map(({ name }) => name).lastIndexOf("FROM"));
  const argsOf = (name: string, of = all) =>
    of.filter((one) => one.name === name).map(({ args }) => args);
  const images = argsOf("FROM").map((args) => args.split(" ")[0] ?? "");
  const user = argsOf("USER", last).at(-1);
  const isExec = (args: string) => args.replace(/^.*?CMD /, "").startsWith("[");
  const rules: Record<string, boolean> = {
    "DL3006 an image without a tag": images.some((image) => !image.includes(":")),
    "DL3007 the tag latest": images.some((image) => image.endsWith(":latest")),
    "DL3002 the last user is root": user === undefined || user === "root" || user === "0",
    "DL3025 a command in a shell": [...argsOf("CMD", last), ...argsOf("HEALTHCHECK", last)].some(
      (args) => !isExec(args),
    ),
    "DL3000 a relative WORKDIR": argsOf("WORKDIR").some((args) => !args.startsWith("/")),
    "DL3020 ADD instead of COPY": argsOf("ADD").length > 0,
    "no HEALTHCHECK": argsOf("HEALTHCHECK", last).length === 0,
    "everything copied": argsOf("COPY").some((args) => /^(\.|\.\/) /.test(args)),
    "a secret in the image": [...argsOf("ENV"), ...argsOf("ARG")].some((args) =>
      secretNames.some((name) => args.includes(name)),
    ),
  };
  return Object.entries(rules).flatMap(([rule, isBroken]) => (isBroken ? [rule] : []));
}

type Service = Record<string, unknown> & {
  image: string;
  environment: Record<string, string>;
  ports: string[];
  volumes: string[];
};

function lintService(service: Service): string[] {
  const rules: Record<string, boolean> = {
    "not this version": service.image !== `ringside:${manifest.version}`,
    "a port for the whole network": service.ports.some((port) => !port.startsWith("127.0.0.1:")),
    "a secret in the file": Object.keys(service.environment).some((name) =>
      secretNames.includes(name),
    ),
    "an unknown variable": Object.keys(service.environment).some((name) => !(name in settings)),
    "data outside the volume": !service.volumes.includes(`data:${service.environment.DATA_DIR}`),
    "log files without a limit": !/max-size.*max-file/.test(JSON.stringify(service.logging)),
    "ends with the machine": service.restart !== "unless-stopped",
    "a writable root": service.read_only !== true,
    "more rights than it needs":
      "privileged" in service ||
      JSON.stringify(service.cap_drop) !== '["ALL"]' ||
      JSON.stringify(service.security_opt) !== '["no-new-privileges:true"]',
    "no time to stop in": Number.parseInt(String(service.stop_grace_period), 10) < 20,
    "no init": service.init !== true,
  };
  return Object.entries(rules).flatMap(([rule, isBroken]) => (isBroken ? [rule] : []));
}

const dockerfile = read("Dockerfile");
const compose = parse(read("compose.yaml")) as { services: { ringside: Service } };
const { ringside } = compose.services;

describe("the Dockerfile", () => {
  it("keeps the rules", () => {
    expect(lintDockerfile(dockerfile)).toEqual([]);
  });

  it.each([
    ["FROM node:20-bookworm-slim", "FROM node:latest", "DL3007 the tag latest"],
    ["USER node", "USER root", "DL3002 the last user is root"],
    ["USER node", "", "DL3002 the last user is root"],
    ["HEALTHCHECK", "LABEL", "no HEALTHCHECK"],
    ["COPY src ./src", "COPY . ./", "everything copied"],
    ["ENV NODE_ENV", "ENV SLACK_BOT_TOKEN=x NODE_ENV", "a secret in the image"],
    [/^CMD .*/m, "CMD npm start", "DL3025 a command in a shell"],
  ])("is caught with %s as “%s”", (from, to, rule) => {
    expect(lintDockerfile(dockerfile.replace(from, to))).toEqual([rule]);
  });

  it("copies what there is, and all that the code reads while it runs", () => {
    const copies = parseDockerfile(dockerfile).filter(({ name }) => name === "COPY");
    const paths = copies.flatMap(({ args }) =>
      args.startsWith("--from") ? [] : args.split(" ").slice(0, -1),
    );
    expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
    const needed = ["package.json", "src", "prisma", "playbooks", "prompts"];
    expect(paths).toEqual(expect.arrayContaining(needed));
    const ignored = read(".dockerignore").split("\n");
    expect(ignored).toEqual(
      expect.arrayContaining(["*", "**/.env*", ...paths.map((path) => `!${path}`)]),
    );
  });
});

describe("the compose file", () => {
  it("keeps the rules", () => {
    expect(lintService(ringside)).toEqual([]);
  });

  it.each<[Partial<Service>, string]>([
    [{ image: "ringside:latest" }, "not this version"],
    [{ ports: ["3001:3001"] }, "a port for the whole network"],
    [{ environment: { DATA_DIR: "/app/data", LARK_APP_SECRET: "x" } }, "a secret in the file"],
    [{ volumes: [] }, "data outside the volume"],
    [{ logging: { driver: "json-file" } }, "log files without a limit"],
    [{ cap_drop: [] }, "more rights than it needs"],
  ])("is caught with %j", (set, rule) => {
    expect(lintService({ ...ringside, ...set } as Service)).toEqual([rule]);
  });
});
