import { expect, test } from '@jest/globals';
import { detectLanguage } from '@/lib/article/language';

test.each([
  ['en', 'The council voted late on Tuesday night to close the street to all traffic.'],
  ['de', 'Der Stadtrat hat am Dienstagabend beschlossen, die Straße für den Verkehr zu sperren.'],
  ['fr', 'Le conseil municipal a décidé mardi soir de fermer la rue à la circulation.'],
  ['es', 'El ayuntamiento decidió el martes por la noche cerrar la calle al tráfico.'],
  ['ru', 'Городской совет решил во вторник вечером закрыть улицу для движения.'],
  ['he', 'מועצת העיר החליטה ביום שלישי בערב לסגור את הרחוב לתנועה.'],
  ['ar', 'قرر مجلس المدينة مساء الثلاثاء إغلاق الشارع أمام حركة المرور.'],
  ['zh', '市议会星期二晚上决定禁止车辆在这条街上通行。'],
  ['', 'Mr. Ng left.'],
  ['', '12 345 – 😀 !'],
  ['', ''],
])('hears %j', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});
