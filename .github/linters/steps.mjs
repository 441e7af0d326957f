// Runs the commands of a workflow as GitHub Actions does, job after job, in a folder that stands for the workspace of all of them.
//   node steps.mjs <workflow> <workspace> <artifacts> [<text>=<replacement>]...
// Artifacts are moved to that folder and copied back. What other actions bring has to be there already. Ends with
// the exit code of the first command that fails.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const [file, workspace, artifacts, ...replacements] = process.argv.slice(2);
const outputs = join(artifacts, 'outputs');
const brought = /^actions\/(checkout|setup-java)@/;

/** What a text says if these expressions are known. */
const value = (text, known) => String(text).replaceAll(/\$\{\{ *(.*?) *\}\}/g, (all, expression) => {
  if (!(expression in known)) {
    throw new Error(`${file}: nothing is known about ${all}`);
  }
  return known[expression];
});

const replaced = (text) => replacements.reduce((changed, pair) => {
  const [before, after] = pair.split('=');
  return changed.replaceAll(before, after);
}, text);

const run = (step, known) => {
  writeFileSync(outputs, '');
  const env = Object.entries(step.env ?? {}).map(([name, text]) => [name, value(text, known)]);
  const { status } = spawnSync('bash', ['-e', '-c', replaced(value(step.run, known))], {
    cwd: join(workspace, step['working-directory'] ?? '.'),
    env: { ...process.env, ...Object.fromEntries(env), GITHUB_OUTPUT: outputs },
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error(`${file}: "${step.name}" ended with ${status}`);
    process.exit(status ?? 1);
  }
  for (const [, name, text] of readFileSync(outputs, 'utf8').matchAll(/^(.*?)=(.*)$/gm)) {
    known[`steps.${step.id}.outputs.${name}`] = text;
  }
};

/** Moved, not copied: on another machine the next job would not find the files. */
const upload = ({ name, path }, known) => {
  renameSync(join(workspace, path.split('\n')[0]), join(artifacts, value(name, known)));
};

const download = ({ pattern, path }) => readdirSync(artifacts)
  .filter((name) => name.startsWith(pattern.replace('*', '')))
  .forEach((name) => cpSync(join(artifacts, name), join(workspace, path, name), { recursive: true }));

const combinations = (matrix) => Object.entries(matrix ?? {}).reduce(
  (all, [name, values]) => all.flatMap((one) => values.map((each) => ({ ...one, [`matrix.${name}`]: each }))), [{}]);

mkdirSync(artifacts, { recursive: true });
let ran = 0;
for (const [id, job] of Object.entries(parse(readFileSync(file, 'utf8')).jobs)) {
  combinations(job.strategy?.matrix).forEach((combination, index) => {
    const known = {
      'github.token': 'a-token', 'github.event.number': '7', 'github.run_id': '11', 'github.run_attempt': '1',
      'strategy.job-index': index, ...combination,
    };
    for (const step of job.steps) {
      console.log(`== ${id}, ${Object.values(combination)}: ${step.name ?? step.uses}`);
      if (step.run) {
        run(step, known);
        ran++;
      } else if (step.uses.startsWith('actions/upload-artifact@')) {
        upload(step.with, known);
      } else if (step.uses.startsWith('actions/download-artifact@')) {
        download(step.with);
      } else if (!brought.test(step.uses)) {
        throw new Error(`${file}: nothing stands for ${step.uses}`);
      }
    }
  });
}
console.log(`${ran} steps of ${file} ran`);
