import { expect, test } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { unpackWorkspace } from '@/lib/adjudication/workspace/adjudication-page-data';
import {
  aWorkspaceUnit,
  anAdjudicationWorkspace,
} from '@/tests/builders/an-adjudication-workspace';

test('reads what was packed, whatever the script', () => {
  const unit = aWorkspaceUnit([
    ['a', 'x 0-10'],
    ['b', 'x 0-12'],
  ]);
  const workspace = { ...anAdjudicationWorkspace([unit]), reason: 'Не сейчас 😀 لا 👩‍👩‍👧' };
  expect(unpackWorkspace(deflateSync(JSON.stringify(workspace)).toString('base64'))).toEqual(
    workspace,
  );
});

test('does not read what was cut short', () => {
  const packed = deflateSync(JSON.stringify(anAdjudicationWorkspace([]))).toString('base64');
  expect(() => unpackWorkspace(packed.slice(0, 40))).toThrow();
});
