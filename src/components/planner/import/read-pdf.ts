/**
 * Reads the text of a PDF in the browser, with pdf.js in a worker of our own origin. Both are fetched when the first PDF
 * is opened. Only text is asked for: pictures, scripts and forms of the file are never run or shown.
 */
import type { PDFDocumentLoadingTask, PDFPageProxy } from 'pdfjs-dist';
import type { PdfRefusal, PdfText } from '../../../planner/import/import-courses.ts';
import type { PdfPiece } from '../../../planner/import/pdf-cells.ts';
import '../../site/trusted-types.ts';

const mostPages = 100;
const mostPieces = 20_000;
const mostSeconds = 30;

/** The pieces of text on each page, or why there are none. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const task = await openPdf(bytes).catch(() => undefined);
  if (!task) return { refused: 'pdf-reader-missing' };
  let timer = 0;
  const tooSlow = new Promise<PdfText>((give) => {
    timer = window.setTimeout(() => give({ refused: 'pdf-too-slow' }), mostSeconds * 1000);
  });
  try {
    return await Promise.race([pagesOf(task), tooSlow]);
  } catch (problem) {
    return { refused: refusalOf(problem) };
  } finally {
    clearTimeout(timer);
    await task.destroy();
  }
}

async function openPdf(data: Uint8Array): Promise<PDFDocumentLoadingTask> {
  const [pdf, worker] = await Promise.all([import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.min.mjs?url')]);
  pdf.GlobalWorkerOptions.workerSrc = worker.default;
  return pdf.getDocument({ data, useWasm: false, useSystemFonts: true, stopAtErrors: false, verbosity: 0 });
}

async function pagesOf(task: PDFDocumentLoadingTask): Promise<PdfText> {
  const file = await task.promise;
  if (file.numPages > mostPages) return { refused: 'pdf-too-many-pages' };
  const pages: PdfPiece[][] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    pages.push(await piecesOf(await file.getPage(number)));
  }
  return { pages };
}

async function piecesOf(page: PDFPageProxy): Promise<PdfPiece[]> {
  const { items } = await page.getTextContent();
  return items.slice(0, mostPieces).flatMap((item) => {
    if (!('str' in item)) return [];
    const [, , , , x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y, width: item.width, height: item.height || 10 }];
  });
}

function refusalOf(problem: unknown): PdfRefusal {
  return problem instanceof Error && problem.name === 'PasswordException' ? 'pdf-locked' : 'pdf-damaged';
}
