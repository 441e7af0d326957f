// Runs the command of a Job's container, with the variables of its description unless this process has them already.
//   node pod.mjs <manifest of a Job>
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const [container] = parse(readFileSync(process.argv[2], 'utf8')).spec.template.spec.containers;
const described = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
const [program, ...words] = [...container.command, ...container.args];
process.exit(spawnSync(program, words, { env: { ...described, ...process.env }, stdio: 'inherit' }).status ?? 1);
