import { expect, test } from '@jest/globals';
import { applyUpdate } from 'yjs';
import { OwnWriting } from '@/components/live/own-writing';
import { documentOf, markOf } from '@/lib/access/shared-state';
import { aWriter } from '@/tests/builders/a-writer';

function begun() {
  const server = aWriter();
  server.append('One.');
  const ada = aWriter(server.state());
  let changes = 0;
  const own = new OwnWriting(ada.document, () => changes++);
  const mark = (...states: Uint8Array[]) => {
    const kept = documentOf(server.state(), ...states);
    if (kept === null) throw new Error('It is no document.');
    return markOf(kept);
  };
  return { server, ada, own, mark, changes: () => changes };
}

test('nothing written is nothing to keep', () => {
  const { own } = begun();
  expect(own.isKept).toBe(true);
});

test('what was written is kept once it is on disk, not before', () => {
  const { ada, own, mark, changes } = begun();
  ada.write(0, 0, 'Ada. ');
  const first = ada.state();
  ada.write(0, 0, 'Dr. ');
  expect(own.isKept).toBe(false);
  own.hear(mark());
  own.hear(mark(first));
  expect(own.isKept).toBe(false);
  const before = changes();
  own.hear(mark(ada.state()));
  expect([own.isKept, changes()]).toEqual([true, before + 1]);
});

test('what was only taken out has to be on disk, too', () => {
  const { ada, own, mark } = begun();
  ada.take(0, 1, 2);
  expect(own.isKept).toBe(false);
  own.hear(mark());
  expect(own.isKept).toBe(false);
  own.hear(mark(ada.state()));
  expect(own.isKept).toBe(true);
});

test('what others write is theirs to look after', () => {
  const { server, ada, own, mark } = begun();
  const ben = aWriter(server.state());
  ada.write(0, 0, 'Ada. ');
  const mine = ada.state();
  ben.append('Ben.');
  applyUpdate(ada.document, ben.state());
  own.hear(mark(mine));
  expect(own.isKept).toBe(true);
  ben.append('Ben again.');
  applyUpdate(ada.document, ben.state());
  expect(own.isKept).toBe(true);
});

test('after it stops, nothing is watched', () => {
  const { ada, own } = begun();
  own.stop();
  ada.write(0, 0, 'Ada. ');
  expect(own.isKept).toBe(true);
});
