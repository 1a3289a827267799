import { expect, test } from '@jest/globals';
import { applyUpdate } from 'yjs';
import { OwnWriting } from '@/components/live/own-writing';
import { documentOf, snapshotOf } from '@/lib/live/shared-state';
import { aWriter } from '@/tests/builders/a-writer';

function begun() {
  const server = aWriter();
  server.append('One.');
  const ada = aWriter(server.state());
  let changes = 0;
  const own = new OwnWriting(ada.document, () => changes++);
  const snapshot = (...states: Uint8Array[]) => {
    const saved = documentOf(server.state(), ...states);
    if (saved === null) throw new Error('It is no document.');
    return snapshotOf(saved);
  };
  return { server, ada, own, snapshot, changes: () => changes };
}

test('without changes everything is saved', () => {
  const { own } = begun();
  expect(own.isSaved).toBe(true);
});

test('insertions are saved once they are on disk', () => {
  const { ada, own, snapshot, changes } = begun();
  ada.write(0, 0, 'Ada. ');
  const first = ada.state();
  ada.write(0, 0, 'Dr. ');
  expect(own.isSaved).toBe(false);
  own.acknowledge(snapshot());
  own.acknowledge(snapshot(first));
  expect(own.isSaved).toBe(false);
  const before = changes();
  own.acknowledge(snapshot(ada.state()));
  expect([own.isSaved, changes()]).toEqual([true, before + 1]);
});

test('deletions have to be on disk too', () => {
  const { ada, own, snapshot } = begun();
  ada.take(0, 1, 2);
  expect(own.isSaved).toBe(false);
  own.acknowledge(snapshot());
  expect(own.isSaved).toBe(false);
  own.acknowledge(snapshot(ada.state()));
  expect(own.isSaved).toBe(true);
});

test('others’ changes are not counted', () => {
  const { server, ada, own, snapshot } = begun();
  const ben = aWriter(server.state());
  ada.write(0, 0, 'Ada. ');
  const mine = ada.state();
  ben.append('Ben.');
  applyUpdate(ada.document, ben.state());
  own.acknowledge(snapshot(mine));
  expect(own.isSaved).toBe(true);
  ben.append('Ben again.');
  applyUpdate(ada.document, ben.state());
  expect(own.isSaved).toBe(true);
});

test('after stop nothing is counted', () => {
  const { ada, own } = begun();
  own.stop();
  ada.write(0, 0, 'Ada. ');
  expect(own.isSaved).toBe(true);
});
