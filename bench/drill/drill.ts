import { findRunning } from '@/server/process/data-folder';
import type { Evidence, View } from './verdict';
import { setTimeout as wait } from 'node:timers/promises';
import { Analyst } from './analyst';
import type { DrillDatabase } from './breakable';
import { breakables } from './breakable';
import { Chance } from './chance';
import { ChaosLine } from './chaos-line';
import { ColleagueWatch } from './colleague-watch';
import { DrillBrowser } from './drill-browser';
import type { DrillPlan } from './drill-plan';
import { DrilledServer } from './drilled-server';
import { createDrillProject } from './drill-project';
import type { Outage } from './outages';
import { breakThings } from './outages';
import {
  gathered,
  pageViews,
  readAllCurrentAnnotations,
  watchedViews,
  readWritten,
} from './gather-evidence';
import type { Tally } from './tally';
import { differenceOf } from './verdict';

/** What happened in a drill, and its evidence. */
export type Drilled = {
  browsers: DrillBrowser[];
  /** The actions performed, by kind. */
  acts: Tally[];
  outages: Outage[];
  lineFaults: Tally;
  /** From the last fault’s end until no change was waiting, in milliseconds. */
  drainedIn: number;
  /** The watchers of colleagues over a live socket. */
  watches: ColleagueWatch[];
  /** From then until every watcher saw the current annotations, in milliseconds. */
  caughtUpIn: number;
  evidence: Evidence;
};

/** The timeout of the drain once all faults have ended, in milliseconds. */
const timeout = 120_000;

async function drained(browsers: readonly DrillBrowser[]): Promise<number> {
  const from = performance.now();
  while (!browsers.every(({ isSaved }) => isSaved) && performance.now() - from < timeout)
    await wait(20);
  return performance.now() - from;
}

async function caughtUp(views: () => View[]): Promise<number> {
  const from = performance.now();
  while (views().some((view) => differenceOf(view).length > 0)) {
    if (performance.now() - from > timeout) break;
    await wait(100);
  }
  return performance.now() - from;
}

/**
 * Writes and breaks as planned, then waits until everything has drained, and gathers the evidence.
 */
export async function drill(
  plan: DrillPlan,
  database: DrillDatabase,
  say: (line: string) => void,
): Promise<Drilled> {
  const chance = new Chance(plan.seed);
  const server = await DrilledServer.start(
    database.url,
    database.url === null ? (database.disk?.folder ?? null) : null,
  );
  const project = await createDrillProject(server.address, plan.clients);
  const line = await ChaosLine.open(chance.branch(), () => server.address);
  try {
    const { address } = line;
    const { firstDelay } = plan;
    const browsers = project.people.map((person) => {
      const articles = chance.shuffled(project.articles).slice(0, 2);
      return new DrillBrowser(person, project, articles, { address, firstDelay });
    });
    line.isCalm = true;
    await Promise.all(browsers.map((browser) => browser.open()));
    const watches = project.articles.map((article, at) => {
      const { person } = browsers[at % browsers.length] ?? { person: project.people[0] };
      if (person === undefined) throw new Error('Nobody takes part.');
      return new ColleagueWatch(person, article, { address, firstDelay });
    });
    line.isCalm = false;
    say(`${browsers.length} analysts begin to write on ${project.articles.length} articles.`);
    const analysts = browsers.map((each) => new Analyst(each, chance.branch(), plan.pace));
    const over = new AbortController();
    const working = Promise.all(analysts.map((analyst) => analyst.work(over.signal)));
    const outages: Outage[] = [];
    const waiting = () => browsers.filter((each) => !each.isSaved).map(({ person }) => person.name);
    const onOutage = (outage: Outage) => {
      outages.push(outage);
      const seconds = ((outage.to - outage.from) / 1000).toFixed(1);
      say(`${outage.kind}, ${seconds} s; changes of ${outage.waited.length} analysts waited.`);
    };
    const things = breakables(server, line, database);
    const breaking = { chance: chance.branch(), calm: plan.calm };
    // The first failure ends the drill.
    const broken = breakThings(things, 1000 * plan.seconds, breaking, { waiting, onOutage });
    await Promise.race([broken, working.then(() => broken)]);
    over.abort();
    line.isCalm = true;
    await working;
    const drainedIn = await drained(browsers);
    say(`Drained in ${(drainedIn / 1000).toFixed(1)} s; reading what is there.`);
    const running = await findRunning(server.dataFolder);
    const databaseUrl = database.url ?? running?.databaseUrl ?? '';
    const written = await readWritten(databaseUrl, project.projectId);
    const current = await readAllCurrentAnnotations(server.address, written, browsers);
    const caughtUpIn = await caughtUp(() => watchedViews(written, current, watches));
    const evidence = {
      ...(await gathered(server.address, written, current, browsers)),
      views: [...pageViews(written, current, browsers), ...watchedViews(written, current, watches)],
    };
    for (const each of [...browsers, ...watches]) each.close();
    const acts = analysts.map(({ actions }) => actions);
    return {
      browsers,
      acts,
      outages,
      lineFaults: line.faults,
      drainedIn,
      watches,
      caughtUpIn,
      evidence,
    };
  } finally {
    await line.close();
    await server.stop();
  }
}
