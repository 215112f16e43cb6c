import { testEveryPage } from '@/tests/support/browser/page-accessibility';

await testEveryPage('de');
