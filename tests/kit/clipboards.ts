// The clipboard's HTML as programs write it, cut down to what matters; letters of old fonts included.

const marker = (sign: string) =>
  `<![if !supportLists]><span style='mso-bidi-font-family:"Times New Roman"'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`
const item = (level: number, sign: string, words: string, list = 0) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}pt;text-indent:-18.0pt;mso-list:l${list} level${level} lfo1'>${marker(sign)}${words}<o:p></o:p></p>`

export const word2016 = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<style><!-- @list l0:level1 {mso-level-number-format:bullet;} p.MsoNormal {margin:0cm;} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
</head><body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->
<h1>I- <span class=GramE>TH\u1ef0C</span> TR\u1ea0NG<o:p></o:p></h1>
<p class=MsoNormal align=center style='text-align:center'><b><span lang=VI style='font-size:14.0pt;color:red'>C\u0103n gi\u1eefa
\u0111\u1eadm</span></b><o:p></o:p></p>
<p class=MsoNormal style='text-align:justify'>M\u1ed9t <i>nghi\u00eang</i> v\u00e0 <u>g\u1ea1ch</u><span style='mso-spacerun:yes'>\u00a0 </span>xem
<a href="https://example.org/a?b=1&amp;c=2"><span style='color:blue'>\u1edf \u0111\u00e2y</span></a>, <a href="file:///C:/bi-mat.docx">t\u1ec7p</a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${item(1, '\u00b7', 'Vi\u1ec7c th\u1ee9 nh\u1ea5t')}
${item(2, 'o', 'nh\u1ecf h\u01a1n')}
${item(1, '\u00b7', 'Vi\u1ec7c th\u1ee9 hai')}
<p class=MsoNormal>Gi\u1eefa hai danh s\u00e1ch</p>
${item(1, '3.', 'M\u1ee5c ba', 1)}
${item(2, 'a)', '\u0111i\u1ec3m a', 1)}
${item(2, 'b)', '\u0111i\u1ec3m b', 1)}
${item(1, '\u0110i\u1ec1u 4.', 'Hi\u1ec7u l\u1ef1c', 2)}
<p class=MsoNormal><s>b\u1ecf</s> <del cite="mailto:X">x\u00f3a</del><span style='display:none'>\u1ea9n</span><a style='mso-comment-reference:A_1'></a>
<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span>c\u00f2n l\u1ea1i</p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0><thead><tr><td width=100 colspan=2 style='background:yellow'><p class=MsoNormal align=center style='text-align:center'><b>Vi\u1ec7c</b></p></td></tr></thead>
<tr><td rowspan=2 valign=top><p class=MsoNormal>m\u1ed9t</p></td><td><p class=MsoNormal>hai</p></td></tr><tr><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="_x0000_i1025"><v:imagedata src="file:///C:/image001.png"/></v:shape><![endif]--><![if !vml]><img width=32 height=16 src="file:///C:/Temp/msohtmlclip1/01/clip_image002.png" alt="s\u01a1 \u0111\u1ed3"><![endif]></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>\u00fd ki\u1ebfn ri\u00eang</p></div></div>
<!--EndFragment--></body></html>`

export const googleDocs = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-7f1c"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-family:Arial,sans-serif;color:#000;font-weight:700;">1. K\u1ebft qu\u1ea3</span></h2><p dir="ltr" style="line-height:1.38;text-align: right;margin-top:0pt;"><span style="font-weight:400;font-style:normal;">Th\u01b0\u1eddng </span><span style="font-weight:700;font-style:italic;">\u0111\u1eadm nghi\u00eang</span><span style="font-weight:400;text-decoration:underline;"> g\u1ea1ch</span></p><br /><ol style="margin-top:0;"><li dir="ltr" style="list-style-type:upper-roman;font-weight:400;" aria-level="1"><p dir="ltr" role="presentation"><span>m\u1ed9t</span></p></li><ol style="margin-top:0;"><li dir="ltr" style="list-style-type:lower-alpha;" aria-level="2"><p dir="ltr"><span>trong</span></p></li></ol><li dir="ltr" style="list-style-type:upper-roman;" aria-level="1"><p dir="ltr"><a href="https://www.google.com/url?q=https://example.org/x%3Fy&amp;sa=D" style="text-decoration:none;"><span style="text-decoration:underline;">li\u00ean k\u1ebft</span></a></p></li></ol><p dir="ltr"><span><span style="border:none;"><img src="https://lh7-us.googleusercontent.com/abc" width="10" height="10" /></span></span></p></b><br class="Apple-interchange-newline">`

export const libreOffice = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/><style type="text/css">p { line-height: 115% }</style></head><body lang="vi-VN" link="#000080" dir="ltr">
<h3 class="western">a) V\u1ec1 d\u1ea1y h\u1ecdc</h3>
<p align="center" style="line-height: 100%; margin-bottom: 0cm"><font face="Times New Roman, serif"><font size="4" style="font-size: 14pt"><b>Gi\u1eefa</b></font></font></p>
<p style="margin-bottom: 0cm"><font face=".VnTime">Tr\u00adêng</font><br/>d\u00f2ng hai</p>
<ol start="2" type="a"><li><p style="margin-bottom: 0cm">hai</p></li><li><p>ba</p><ul><li><p>con</p></li></ul></li></ol>
<table width="643" cellpadding="7" cellspacing="0"><col width="306"/><tbody><tr valign="top"><th><p>\u0110\u1ea7u</p></th></tr><tr><td style="border: 1px solid"><p>\u00f4</p></td></tr></tbody></table></body></html>`

export const webPage = `<div class="article"><nav style="display:none">menu</nav><h1 onclick="alert(1)">T\u1ef1a <script>alert(2)</script>b\u00e0i</h1><div>\u0110o\u1ea1n m\u1ed9t<br><br>\u0110o\u1ea1n hai <span style="font-weight:bold">m\u1ea1nh</span></div><p>Trong &lt;b&gt; ng\u1eb7c <a href="javascript:alert(3)">x\u1ea5u</a></p><form><input value="a"><button>G\u1eedi</button></form><svg><text>v\u1ebd</text></svg><iframe src="//x"></iframe><img src="x" onerror="alert(4)"><blockquote><p>Tr\u00edch</p></blockquote><pre>m\u1ed9t\nhai</pre><hr></div>`
