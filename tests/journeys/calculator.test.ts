import { casePath } from '@/tests/builders/annotated-cases';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { axe, isReady, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';

const browser = useBrowser();
let server: RunningServer;
beforeAll(async () => {
  server = await sharedServer();
}, 300_000);

async function open() {
  const page = await browser.page();
  await page.goto(`${server.address}/agreement-calculator`);
  await isReady(page);
  return page;
}

test('somebody without an account has an example worked out, and nothing leaves the page', async () => {
  const page = await open();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' || request.postData() !== null) sent.push(request.url());
  });
  await page.getByRole('button', { name: 'Twelve items by four coders' }).click();
  const alpha = page.getByRole('row', { name: /Krippendorff’s α, nominal/ });
  await alpha.waitFor();
  // Krippendorff 2011, section C.
  expect(await alpha.innerText()).toContain('0.7434');
  expect(await page.getByRole('row', { name: /^Fleiss’ κ Agreement/ }).innerText()).toContain(
    'not defined: not every item was coded by as many coders',
  );
  expect(await axe(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Twelve items by four coders agreement.csv');
  expect(await readFile(await download.path(), 'utf8')).toContain('krippendorff_alpha');
  expect(sent).toEqual([]);
}, 120_000);

test('a table is pasted and worked out by keyboard; what is wrong with it is said', async () => {
  const page = await open();
  await page.getByLabel('Your data').focus();
  await page.keyboard.insertText('document,annotator,start,end\nd,Ann,7,3\n');
  for (let tab = 0; tab < 8; tab += 1) {
    await page.keyboard.press('Tab');
    if (
      await page.getByRole('button', { name: 'Calculate' }).evaluate((at) => at.matches(':focus'))
    )
      break;
  }
  await page.keyboard.press('Enter');
  const alert = page.getByRole('alert').filter({ hasText: 'cannot be used' });
  await alert.waitFor();
  expect(await alert.innerText()).toContain('Line 2: the span ends at 3');
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('Your data').fill('document,annotator,start,end\nd,Ann,3,7\nd,Bob,3,7\n');
  await page.getByRole('button', { name: 'Calculate' }).press('Enter');
  await page.getByRole('row', { name: /Mean pairwise F1, exact/ }).waitFor();
  await page.getByRole('button', { name: 'Start again' }).press('Enter');
  expect(await page.getByLabel('Your data').inputValue()).toBe('');
  expect(await page.getByRole('table').count()).toBe(0);
}, 120_000);

test('a file is chosen: a reference case, a table read the other way, and one too large', async () => {
  const page = await open();
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles(casePath('coding-degenerate-single-category'));
  await page.getByText('not defined: only one value was given').first().waitFor();
  await choose.setInputFiles({
    name: 'turned.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('coder,one,two\nAnn,x,y\nBob,x,x\nCy,x,x\n'),
  });
  await page.getByText('2 coders, 3 items').waitFor();
  await page.getByRole('combobox', { name: 'Columns' }).click();
  await page.getByRole('option', { name: 'A column is an item' }).click();
  await page.getByText('3 coders, 2 items').waitFor();
  const folder = await mkdtemp(join(tmpdir(), 'parallax-calculator-'));
  const large = join(folder, 'large.csv');
  await writeFile(large, '');
  await truncate(large, 100_000_000);
  await choose.setInputFiles(large);
  await page.getByText('at most 50 MB are accepted').waitFor();
  await rm(folder, { recursive: true });
}, 120_000);
