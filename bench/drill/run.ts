import { drillDatabase } from './breakable';
import { drill } from './drill';
import { drillPlan } from './drill-plan';
import { report } from './report';
import { isWell, verdict } from './verdict';

// npm run drill: analysts without a browser window write through the real outbox while the server,
// the database and the line break at random; then the drill checks that every change is there
// exactly once.

const began = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);

const plan = drillPlan(process.argv.slice(2), {
  databaseUrl: process.env.DATABASE_URL ?? null,
  seed: Math.floor(Math.random() * 2 ** 32) || 1,
});
const database = await drillDatabase(plan);
say(`The seed is ${plan.seed}.`);
if (database.disk === null && plan.databaseUrl === null)
  say('No disk may be mounted here (it takes root): the full disk is left out.');
try {
  const drilled = await drill(plan, database, say);
  const judged = verdict(drilled.evidence);
  console.log(report(drilled, judged).join('\n'));
  process.exitCode = isWell(judged) ? 0 : 1;
} finally {
  await database.postgres?.stop();
  database.disk?.remove();
}
