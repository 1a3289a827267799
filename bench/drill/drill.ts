import { setTimeout as wait } from 'node:timers/promises';
import { findRunning } from '@/server/running';
import { Analyst } from './analyst';
import type { DrillDatabase } from './breakable';
import { breakables } from './breakable';
import { Chance } from './chance';
import { ChaosLine } from './chaos-line';
import { DrillBrowser } from './drill-browser';
import { callAs } from './drill-call';
import type { DrillPlan } from './drill-plan';
import { DrilledServer } from './drilled-server';
import type { Evidence, View } from './evidence';
import type { Ground } from './ground';
import { layGround } from './ground';
import type { Outage } from './outages';
import { breakThings } from './outages';
import { readHistories, readStanding, readWritten } from './read-evidence';
import type { Tally } from './tally';

/** What happened in a drill, and what it left behind. */
export type Drilled = {
  browsers: DrillBrowser[];
  /** What was done, by its kind. */
  acts: Tally[];
  outages: Outage[];
  lineFaults: Tally;
  /** From the last fault's end until nothing waited, in milliseconds. */
  drainedIn: number;
  evidence: Evidence;
};

/** How long everything may take to drain when all is well again, in milliseconds. */
const patience = 120_000;

async function drained(browsers: readonly DrillBrowser[]): Promise<number> {
  const from = performance.now();
  while (!browsers.every(({ isSaved }) => isSaved) && performance.now() - from < patience)
    await wait(20);
  return performance.now() - from;
}

async function evidenceOf(
  server: DrilledServer,
  databaseUrl: string,
  { projectId }: Ground,
  browsers: readonly DrillBrowser[],
): Promise<Evidence> {
  const { events, layers } = await readWritten(databaseUrl, projectId);
  const views: View[] = [];
  for (const { person, pages } of browsers) {
    const call = callAs(person, server.address);
    for (const { shelf } of pages) {
      const { articleId } = shelf;
      const layer = layers.find(
        (each) => each.articleId === articleId && each.authorId === person.userId,
      );
      const stands =
        layer === undefined ? [] : await readStanding(call, person.userId, layer.layerId);
      views.push({
        whose: `the page of ${person.name}`,
        seen: shelf.shelved().annotations,
        stands,
      });
    }
  }
  const [first] = browsers;
  if (first === undefined) throw new Error('Nobody took part.');
  const ids = [...new Set(events.map(({ annotationId }) => annotationId))];
  return {
    acknowledged: browsers.flatMap(({ ledger }) => [...ledger.acknowledged.values()]),
    vanished: browsers.flatMap(({ ledger }) => ledger.vanished()),
    waiting: browsers.flatMap(({ ledger }) => ledger.waiting().map(({ deedId }) => deedId)),
    refused: browsers.flatMap(({ ledger }) => ledger.refused),
    events,
    layers,
    // The project is open, so that everybody may read everybody's.
    histories: await readHistories(callAs(first.person, server.address), ids),
    views,
  };
}

/** Writes and breaks as planned, then lets everything drain, and gathers what is left behind. */
export async function drill(
  plan: DrillPlan,
  database: DrillDatabase,
  say: (line: string) => void,
): Promise<Drilled> {
  const chance = new Chance(plan.seed);
  const server = await DrilledServer.start(database.url);
  const ground = await layGround(server.address, plan.clients);
  const line = await ChaosLine.open(chance.branch(), () => server.address);
  try {
    const { address } = line;
    const { firstRest } = plan;
    const browsers = ground.people.map((person) => {
      const articles = chance.shuffled(ground.articles).slice(0, 2);
      return new DrillBrowser(person, ground, articles, { address, firstRest });
    });
    line.isCalm = true;
    await Promise.all(browsers.map((browser) => browser.open()));
    line.isCalm = false;
    say(`${browsers.length} analysts begin to write on ${ground.articles.length} articles.`);
    const analysts = browsers.map((each) => new Analyst(each, chance.branch(), plan.pace));
    const over = new AbortController();
    const working = Promise.all(analysts.map((analyst) => analyst.work(over.signal)));
    const outages: Outage[] = [];
    const waiting = () => browsers.filter((each) => !each.isSaved).map(({ person }) => person.name);
    const tell = (outage: Outage) => {
      outages.push(outage);
      const seconds = ((outage.to - outage.from) / 1000).toFixed(1);
      say(`${outage.kind}, ${seconds} s; deeds of ${outage.waited.length} analysts waited.`);
    };
    const things = breakables(server, line, database);
    const breaking = { chance: chance.branch(), calm: plan.calm };
    // Whichever fails first ends the drill.
    const broken = breakThings(things, 1000 * plan.seconds, breaking, { waiting, tell });
    await Promise.race([broken, working.then(() => broken)]);
    over.abort();
    line.isCalm = true;
    await working;
    const drainedIn = await drained(browsers);
    say(`Drained in ${(drainedIn / 1000).toFixed(1)} s; reading what is there.`);
    const running = await findRunning(server.dataFolder);
    const databaseUrl = database.url ?? running?.databaseUrl ?? '';
    const evidence = await evidenceOf(server, databaseUrl, ground, browsers);
    for (const browser of browsers) browser.close();
    const acts = analysts.map(({ deeds }) => deeds);
    return { browsers, acts, outages, lineFaults: line.faults, drainedIn, evidence };
  } finally {
    await line.close();
    await server.stop();
  }
}
