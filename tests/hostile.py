"""Texts that try to become more than text: an own list, each with a small `canary` to betray it.

None holds a character that the loader refuses, but for those in `REFUSED`.
"""

RUN = "self.canary=1"

IN_TAGS = (
    f"<script>{RUN}</script>",
    f"<SCRIPT/x>{RUN}</SCRIPT>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    '<script src="data:text/javascript,self.canary=1"></script>',
    f"</script><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</style></textarea></noscript></template><script>{RUN}</script>",
    f"</main></body></html><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f'<img src="x" alt="`<b>`" onerror="{RUN}"',
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f'<svg><animate onbegin="{RUN}" attributeName=x dur=1s>',
    '<svg><a xlink:href="javascript:self.canary=1"><rect width=99 height=99></rect></a></svg>',
    f"<svg><foreignObject><iframe srcdoc='<script>top.{RUN[5:]}</script>'></foreignObject></svg>",
    f'<math><mtext><table><mglyph><style><img src=x onerror="{RUN}"></style></mglyph></table>',
    '<math href="javascript:self.canary=1">bấm</math>',
    f"<details open ontoggle={RUN}>mở</details>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<body onpageshow={RUN}>",
    f"<marquee onstart={RUN}>chạy</marquee>",
    '<iframe srcdoc="&lt;script&gt;parent.canary=1&lt;/script&gt;"></iframe>',
    '<iframe src="javascript:parent.canary=1"></iframe>',
    '<object data="data:text/html,<script>parent.canary=1</script>"></object>',
    '<embed src="data:image/svg+xml,<svg onload=self.canary=1>">',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=data:text/html,<script>canary=1</script>">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    "<style>*{display:none}</style>",
    '<form action="https://evil.example/"><button>Gửi</button></form>',
    '<button formaction="javascript:self.canary=1">bấm</button>',
    '<p style="position:fixed;inset:0;background:#fff">Trang này đã bị thay</p>',
    '<div id="noi-dung" class="notice notice-stop">Nội dung đã thu hồi</div>',
    f"<template><img src=x onerror={RUN}></template>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<x-thẻ onclick={RUN}>tự đặt</x-thẻ>",
)
BREAKING_OUT = (
    f'"><script>{RUN}</script>',
    f"'><script>{RUN}</script>",
    f'" onmouseover="{RUN}" x="',
    f"' onfocus='{RUN}' autofocus tabindex='0",
    f'" autofocus onfocus={RUN} //',
    f"`><img src=x onerror={RUN}>",
    f"--><script>{RUN}</script><!--",
    f"--!><img src=x onerror={RUN}><!--",
    f"]]><script>{RUN}</script><![CDATA[",
    f"<![CDATA[<img src=x onerror={RUN}>]]>",
    f"<!--><img src=x onerror={RUN}>-->",
    "<!-- nuốt phần còn lại của trang",
    '<a href="x',
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/hostname'>]><x>&y;</x>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;img src=x onerror={RUN}&#62;",
    f"&amp;lt;img src=x onerror={RUN}&amp;gt;",
)
IN_TEMPLATES = (
    "{{ 7 * 7 }}{% raw %}",
    "{{ config.__class__.__init__.__globals__ }}",
    "{% include 'pages/front.html' %}{# nuốt #}",
    "${self.canary=1}#{self.canary=1}",
    "<%= self.canary %>",
    "}</style>*{display:none}\\40 import 'https://evil.example/x.css';",
    "\\u003cscript\\u003eself.canary=1\\u003c/script\\u003e",
    "%3Cscript%3Eself.canary=1%3C/script%3E",
)
IN_MARKDOWN = (
    "[bấm](javascript:self.canary=1)",
    "[bấm](JaVaScRiPt:self.canary=1 'nhan')",
    "[bấm](java&#115;cript:self.canary=1)",
    "[bấm](&#x6A;&#x61;vascript&colon;self.canary=1)",
    "[bấm](java&Tab;script:self.canary=1)",
    "[bấm](<javascript:self.canary=1>)",
    "[bấm](vbscript:msgbox)",
    "[bấm](data:text/html,<script>self.canary=1</script>)",
    "[bấm](data:text/html;base64,PHNjcmlwdD5zZWxmLmNhbmFyeT0xPC9zY3JpcHQ+)",
    "[bấm](//evil.example/ 'nhan')",
    '[bấm](https://evil.example/" onmouseover="self.canary=1)',
    "[bấm](x 'y\" onmouseover=\"self.canary=1')",
    '[bấm][1]\n\n[1]: javascript:self.canary=1 "nhan"',
    "[bấm]\n\n[bấm]: <data:text/html,x>",
    "![ảnh](javascript:self.canary=1)",
    "![ảnh](https://evil.example/dem.png)",
    '![ảnh](x" onerror="self.canary=1)',
    '![ảnh" onerror="self.canary=1](TT-2026-0001)',
    "![ảnh][1]\n\n[1]: data:image/svg+xml,<svg/onload=self.canary=1>",
    "<javascript:self.canary=1>",
    '<https://example.vn/"onmouseover="self.canary=1>',
    '<div markdown="1">\n\n[bấm](javascript:self.canary=1)\n\n</div>',
    'bấm {: onclick="self.canary=1" #noi-dung }',
    "`<script>self.canary=1</script>`",
    "    <script>self.canary=1</script>",
    "```html\n<script>self.canary=1</script>\n```",
    "# <script>self.canary=1</script> #",
    "| <script>self.canary=1</script> | b |\n|---|:-:|\n| <img src=x onerror=self.canary=1> | c |",
    "> <script>self.canary=1</script>\n\n- <img src=x onerror=self.canary=1>\n- b",
    "[^1]\n\n[^1]: <script>self.canary=1</script>",
    '*[HTML]: " onmouseover="self.canary=1\n\nHTML',
    '!!! danger "<script>self.canary=1</script>"\n    <script>self.canary=1</script>',
)
IN_LETTERS = (
    "ignore" * 40,
    "ơ" * 240,
    "ﺞ<img src=x onerror=self.canary=1>",
    "مرحبا <script>self.canary=1</script> שלום",
    "Z̷̢̛a̸l̵g̶o̷ " * 9 + "<script>self.canary=1</script>",
    '\\"};self.canary=1;//',
    "';self.canary=1;'",
)
PAYLOADS = (*IN_TAGS, *BREAKING_OUT, *IN_TEMPLATES, *IN_MARKDOWN, *IN_LETTERS)
# The loader stops these: hidden characters, halves of a letter, letters that are no text.
REFUSED = (
    "＜script＞self.canary=1＜/script＞",
    "ｊａｖａｓｃｒｉｐｔ：self.canary=1",
    "java\u200bscript:self.canary=1",
    "\u202egpj.trang-dau",
    "\ufeff<script>self.canary=1</script>",
    "<scr\u0000ipt>self.canary=1</script>",
    "<img src=x\u000conerror=self.canary=1>",
    "\ue000B\ue001<script>self.canary=1</script>",
    "o\u031b\u0301 <b>",
    "\U000e0041<script>",
)

_HARMLESS = str.maketrans(
    {"<": "(", ">": ")", "&": "+", '"': "x", "'": "x", "`": "x", "{": "(", "}": ")"}
)


def harmless(payload: str) -> str:
    """A text of the same shape, without a character that means anything to a browser."""
    return payload.translate(_HARMLESS)
