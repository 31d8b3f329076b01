import type { Language } from '../language.ts';

/** Chinese. */
export const zh: Language = {
  tag: 'zh',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'],
    weekdays: [
      '星期一 周一 週一',
      '星期二 周二 週二',
      '星期三 周三 週三',
      '星期四 周四 週四',
      '星期五 周五 週五',
      '星期六 周六 週六',
      '星期日 周日 週日 星期天',
    ],
    parts: { year: '年', month: '月', day: '日 号 號', hour: '时 時 点 點', minute: '分', second: '秒' },
    zonePhrases: [
      ['北京时间', 'Asia/Shanghai'],
      ['北京時間', 'Asia/Shanghai'],
      ['台北時間', 'Asia/Taipei'],
    ],
    halves: { am: '上午 早上 凌晨', pm: '下午 晚上 晚', noon: '中午' },
  },
  embargo: {
    source: 'embargo notes of agencies, ministries, journals and feeds, compiled 2026-11-24',
    names: ['禁发(?:至)?|發稿限制'],
  },
  byline: {
    source: 'forms of publishers’ pages and of wire copy, compiled 2026-11-26',
    colonLabels: {
      author: '记者|記者|文|作者|撰文|撰稿|通讯员|文/图',
      photographer: '摄影|攝影|图|图片|圖',
      editor: '编辑|編輯|责编|责任编辑',
      translator: '翻译|编译|翻譯',
    },
    sources: '来源|來源|新闻来源|资料来源',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    generic: '本报讯 本网讯 综合报道',
  },
};
