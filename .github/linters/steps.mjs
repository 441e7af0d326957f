// Runs the commands of a workflow's job as GitHub Actions does, in a folder that stands for its workspace.
//   node steps.mjs <workflow> <workspace> [<text>=<replacement>]...
// Uses of actions are left out: what they would have brought has to be there. Ends with the exit code of the first command that fails.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const [file, workspace, ...replacements] = process.argv.slice(2);
const known = { 'github.token': 'a-token', 'github.event.number': '7' };

const value = (text) => String(text).replaceAll(/\$\{\{ *(.*?) *\}\}/g, (all, expression) => {
  if (!(expression in known)) {
    throw new Error(`${file}: nothing is known about ${all}`);
  }
  return known[expression];
});

const replaced = (text) => replacements.reduce((changed, pair) => {
  const [before, after] = pair.split('=');
  return changed.replaceAll(before, after);
}, text);

let ran = 0;
for (const job of Object.values(parse(readFileSync(file, 'utf8')).jobs)) {
  for (const step of job.steps.filter((one) => one.run)) {
    console.log(`== ${step.name}`);
    const env = Object.entries(step.env ?? {}).map(([name, text]) => [name, value(text)]);
    const { status } = spawnSync('bash', ['-e', '-c', replaced(value(step.run))], {
      cwd: join(workspace, step['working-directory'] ?? '.'),
      env: { ...process.env, ...Object.fromEntries(env) },
      stdio: 'inherit',
    });
    if (status !== 0) {
      console.error(`${file}: "${step.name}" ended with ${status}`);
      process.exit(status ?? 1);
    }
    ran++;
  }
}
console.log(`${ran} steps of ${file} ran`);
