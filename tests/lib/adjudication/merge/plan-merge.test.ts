import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decidedOn } from '@/lib/adjudication/decision/outcome';
import type { BoundaryRule, MergeStrategy } from '@/lib/adjudication/merge/merge';
import { boundaryRules } from '@/lib/adjudication/merge/merge';
import type { SourceLayer } from '@/lib/adjudication/unit/adjudication-unit';
import type { Decision } from '@/lib/adjudication/decision/decision';
import type { ConsensusAnnotation } from '@/lib/adjudication/decision/outcome-plan';
import type { MergePlan } from '@/lib/adjudication/merge/plan-merge';
import { planMerge } from '@/lib/adjudication/merge/plan-merge';
import { placeDecisions } from '@/lib/adjudication/unit/placed-decisions';
import { annotationsOfUnit, adjudicationUnits } from '@/lib/adjudication/unit/adjudication-unit';
import { aDecisionOn, aStoredDecision } from '@/tests/builders/a-stored-decision';
import { aSource } from '@/tests/builders/sources';

const text = 'abcdefghijklmnopqrstuvwxyz'.repeat(8);

/** A consensus that plans are carried out on, as the database would, in memory. */
class Consensus {
  decisions: Decision[] = [];
  consensusAnnotations = new Map<string, ConsensusAnnotation>();
  private made = 0;

  plan(layers: readonly SourceLayer[], strategy: MergeStrategy): MergePlan {
    const placed = placeDecisions(adjudicationUnits(layers), this.decisions);
    return planMerge(placed, this.consensusAnnotations, {
      strategy,
      layerCount: layers.length,
      text,
    });
  }

  merge(layers: readonly SourceLayer[], strategy: MergeStrategy): MergePlan {
    const plan = this.plan(layers, strategy);
    const over = new Set([...plan.ends, ...plan.decisions.flatMap(({ replaces }) => replaces)]);
    this.decisions = this.decisions.filter((decision) => !over.has(decision));
    for (const { id } of plan.removed) this.consensusAnnotations.delete(id);
    for (const { unit, result, outcomes } of plan.decisions) {
      const outcome = outcomes.map(({ outcome: made, onto, same }) => {
        const id = onto?.id ?? `c${this.made++}`;
        const version = (onto?.version ?? 0) + (same ? 0 : 1);
        this.consensusAnnotations.set(id, { ...made, id, version });
        return { annotationId: id, version, label: made.label, from: made.from };
      });
      this.decisions.push(
        aStoredDecision({
          ...decidedOn(unit, text),
          kind: 'rule',
          rule: result.rule,
          outcome,
          openAttributes: result.openAttributes,
        }),
      );
    }
    return plan;
  }

  says(): string[] {
    return [...this.consensusAnnotations.values()]
      .map(({ label, segments, attributes }) => JSON.stringify([label, segments, attributes]))
      .sort();
  }
}

const annotation = fc
  .tuple(fc.constantFrom('l', 'm'), fc.nat(40), fc.integer({ min: 1, max: 12 }), fc.boolean())
  .map(([label, start, length, split]) =>
    split && length > 4
      ? `${label} ${start}-${start + 2}+${start + 4}-${start + length}`
      : `${label} ${start}-${start + length}`,
  );
const attributes = fc.constantFrom<Record<string, string>>({}, { tone: 'harsh' }, { tone: 'mild' });
const layerContent = fc.tuple(fc.array(annotation, { maxLength: 5 }), attributes);
const layers = fc
  .array(layerContent, { minLength: 1, maxLength: 5 })
  .map((all) =>
    all.map(([written, attributeValues], at) =>
      aSource('abcde'.charAt(at), written, { attributes: attributeValues }),
    ),
  );
const strategy: fc.Arbitrary<MergeStrategy> = fc.record({
  majority: fc.option(fc.record({ boundary: fc.constantFrom<BoundaryRule>(...boundaryRules) }), {
    nil: null,
  }),
  confidence: fc.constant(null),
});

describe('whatever the layers and the strategy', () => {
  test('a merge does not depend on the order of the layers', () => {
    fc.assert(
      fc.property(layers, strategy, (all, by) => {
        const [one, other] = [new Consensus(), new Consensus()];
        one.merge(all, by);
        other.merge(all.toReversed(), by);
        expect(other.says()).toEqual(one.says());
      }),
    );
  });

  test('a merge again, with nothing new, changes nothing', () => {
    fc.assert(
      fc.property(layers, strategy, (all, by) => {
        const consensus = new Consensus();
        consensus.merge(all, by);
        const { decisions, ends, removed } = consensus.plan(all, by);
        expect([decisions, ends, removed]).toEqual([[], [], []]);
      }),
    );
  });

  test('a person’s decision survives every merge, also of other layers', () => {
    fc.assert(
      fc.property(layers, layers, strategy, fc.nat(), (before, after, by, which) => {
        const consensus = new Consensus();
        const units = adjudicationUnits(before);
        const unit = units[which % Math.max(1, units.length)];
        if (unit === undefined) return;
        const id = 'mine';
        const own = { id, version: 1, label: 'l', segments: [{ start: 0, end: 1 }] };
        consensus.consensusAnnotations.set(id, {
          ...own,
          attributes: {},
          note: '',
          confidence: null,
        });
        const person = aStoredDecision({
          ...decidedOn(unit, text),
          kind: 'adjust',
          outcome: [{ annotationId: id, version: 1, label: 'l', from: [] }],
        });
        consensus.decisions.push(person);
        for (const all of [before, after, before]) consensus.merge(all, by);
        expect(consensus.decisions).toContain(person);
        expect(consensus.consensusAnnotations.get(id)).toMatchObject(own);
      }),
    );
  });

  test('the consensus of layers that are the same is that layer', () => {
    fc.assert(
      fc.property(
        layerContent,
        fc.integer({ min: 1, max: 4 }),
        strategy,
        ([written, attributeValues], count, by) => {
          const all = Array.from({ length: count }, (_, at) =>
            aSource('abcd'.charAt(at), written, { attributes: attributeValues }),
          );
          const consensus = new Consensus();
          consensus.merge(all, by);
          const layer = (all[0]?.annotations ?? []).map(({ label, segments }) =>
            JSON.stringify([label, segments, attributeValues]),
          );
          expect(consensus.says()).toEqual(layer.sort());
        },
      ),
    );
  });

  test('going back to a strategy gives again what it gave', () => {
    fc.assert(
      fc.property(layers, strategy, strategy, (all, first, second) => {
        const consensus = new Consensus();
        consensus.merge(all, first);
        const says = consensus.says();
        consensus.merge(all, second);
        consensus.merge(all, first);
        expect(consensus.says()).toEqual(says);
      }),
    );
  });
});

const union: MergeStrategy = { majority: { boundary: 'union' }, confidence: null };
const most = [aSource('a', ['l 0-5']), aSource('b', ['l 0-5']), aSource('c', [])];

test('after a new submission only what it changes is reviewed or resolved again', () => {
  const consensus = new Consensus();
  const before = [aSource('a', ['l 0-5', 'm 30-35']), aSource('b', ['l 0-5', 'm 30-35'])];
  consensus.merge(before, union);
  const plan = consensus.merge([...before, aSource('c', ['l 0-7', 'm 30-35'])], union);
  expect(plan.counts).toMatchObject({
    units: 2,
    majority: 1,
    unanimous: 1,
    rewritten: 1,
    added: 0,
  });
  expect(plan.decisions.map(({ unit }) => unit.start)).toEqual([0, 30]);
  expect(consensus.says()).toEqual([
    '["l",[{"start":0,"end":7}],{}]',
    '["m",[{"start":30,"end":35}],{}]',
  ]);
});

test('what a rule resolved is open again where the strategy does not resolve it', () => {
  const consensus = new Consensus();
  expect(consensus.merge(most, union).counts).toMatchObject({ majority: 1, added: 1 });
  const cautious = { majority: null, confidence: null };
  expect(consensus.merge(most, cautious).counts).toMatchObject({ open: 1, removed: 1 });
  expect(consensus.consensusAnnotations.size).toBe(0);
});

test('annotations that no layer has any more are removed', () => {
  const consensus = new Consensus();
  consensus.merge(most, union);
  const plan = consensus.merge([aSource('c', [])], union);
  expect([plan.ends.length, plan.removed.length, consensus.consensusAnnotations.size]).toEqual([
    1, 1, 0,
  ]);
});

test('an unit that people have decided is counted, also where it is to be looked at again', () => {
  const consensus = new Consensus();
  consensus.decisions.push(aDecisionOn(most, { kind: 'reject' }));
  expect(consensus.plan(most, union).counts).toMatchObject({ units: 1, people: 1, changed: 0 });
  const newer = [...most, aSource('d', ['m 0-5'])];
  expect(consensus.plan(newer, union).counts).toMatchObject({ people: 1, changed: 1 });
  expect(adjudicationUnits(newer).flatMap(annotationsOfUnit)).toHaveLength(3);
});
