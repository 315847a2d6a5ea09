import { type Finding, lineAt, type Source, withoutComments } from "./source.ts";

const longest = 300;
/** Outsiders take it with them: one file, without any other. */
const standalone = "scripts/verify-audit.mjs";
const length = "(?:\\d|\\[|px\\b|auto\\b|full\\b)";
const before = "(?<![\\w-])-?";

type TextRule = {
  rule: string;
  message: string;
  pattern: RegExp;
  /** Where the rule holds. */
  within: (path: string) => boolean;
  /** Also look inside comments. */
  comments?: boolean;
};

const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path);
const isScreen = (path: string) => /^(app|components)\/.*\.tsx?$/.test(path);

const textRules: TextRule[] = [
  {
    rule: "logical-css",
    message:
      "mirrors wrongly in Arabic: use ms- me- ps- pe- start- end- text-start text-end rounded-s border-e…",
    pattern: new RegExp(
      `${before}(?:(?:scroll-)?[mp][lr]|left|right)-${length}|${before}(?:text|float|clear)-(?:left|right)\\b|${before}(?:rounded|border)-(?:[lr]|[tb][lr])(?=[-\\s"'\`]|$)`,
      "g",
    ),
    within: isScreen,
  },
  {
    rule: "logical-css",
    message: "mirrors wrongly in Arabic: use inline-start and inline-end",
    pattern: /(?:margin|padding|border)-(?:left|right)\b|text-align:\s*(?:left|right)|^\s*(?:left|right):/gm,
    within: (path) => path.endsWith(".css"),
  },
  {
    rule: "localised-format",
    message: "dates, numbers and names of places go through lib/i18n, which knows all four languages",
    pattern: /\bIntl\.|\.toLocale(?:String|DateString|TimeString)\(/g,
    within: (path) => isCode(path) && !path.startsWith("lib/i18n/") && !isTestOrTool(path),
  },
  {
    rule: "hook-name",
    message: "a name with use… is a React hook: call this something else",
    pattern: /\b(?:function|const|let)\s+use[A-Z]\w*/g,
    within: (path) => isCode(path) && !path.startsWith("components/") && !path.startsWith("app/"),
  },
  {
    rule: "no-silencing",
    message: "fix the cause instead of silencing the check",
    pattern: /biome-ignore|@ts-(?:ignore|expect-error|nocheck)|\bas any\b/g,
    within: (path) => isCode(path) && !path.startsWith("scripts/house/"),
    comments: true,
  },
  {
    rule: "no-unfinished",
    message: "finish it, or open an issue",
    pattern: /\b(?:TODO|FIXME|XXX)\b/g,
    within: (path) => isCode(path) && !path.startsWith("scripts/house/"),
    comments: true,
  },
];

const isTestOrTool = (path: string) => /\.test\.tsx?$|^(?:scripts|e2e|bench)\//.test(path);

/** Words that may not stand in a file. */
export function checkText({ path, text }: Source): Finding[] {
  const code = withoutComments(text);
  return textRules
    .filter(({ within }) => within(path))
    .flatMap(({ rule, message, pattern, comments }) => {
      const searched = comments ? text : code;
      return [...searched.matchAll(pattern)].map((match) => ({
        path,
        line: lineAt(searched, match.index),
        rule,
        message: `"${match[0].trim()}" ${message}`,
      }));
    });
}

/** Size, name and role of a file. */
export function checkFile({ path, text }: Source): Finding[] {
  const findings: Finding[] = [];
  const report = (rule: string, message: string, line = 1) => findings.push({ path, line, rule, message });
  const lines = text.split("\n").length - 1;
  if (lines > longest && path !== standalone && !path.startsWith("db/seed/data"))
    report("length", `${lines} lines: at most ${longest}`, longest);
  const name = path.split("/").at(-1) ?? "";
  if (/^index\.tsx?$/.test(name)) report("barrel", "no barrel files: import the file that has what you need");
  if (isCode(path) && onlyPassesOn(text)) report("barrel", "this file only passes on what others export");
  if (!/^(?:[a-z0-9]+(?:[-.][a-z0-9]+)*|\[.*\])\.\w+$/.test(name))
    report("file-name", "file names are kebab-case");
  if (/(?:^|[-/])(?:utils?|helpers?|managers?)(?:[-./]|$)/.test(path))
    report("file-name", "say what it does instead of utils, helpers or manager");
  return findings;
}

function onlyPassesOn(text: string): boolean {
  const rest = withoutComments(text).replace(
    /^\s*export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;]*?from\s*["'][^"']+["'];?/gm,
    "",
  );
  return rest.trim() === "" && /\bfrom\s*["']/.test(text);
}
