#include "CReportPage.h"

// The files of the report page, compiled in.

static const unsigned char page_html[] = {
#embed "page.html"
};
static const unsigned char page_css[] = {
#embed "page.css"
};
static const unsigned char page_js[] = {
#embed "page.js"
};
static const unsigned char nl_json[] = {
#embed "nl.json"
};
static const unsigned char en_json[] = {
#embed "en.json"
};
static const unsigned char reasons_json[] = {
#embed "reasons.json"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes}

static const VerhaalPageFile files[] = {
  FILE("page.html", page_html), FILE("page.css", page_css), FILE("page.js", page_js),
  FILE("nl.json", nl_json), FILE("en.json", en_json), FILE("reasons.json", reasons_json),
};

const VerhaalPageFile *verhaal_page_files(void) { return files; }

size_t verhaal_page_file_count(void) { return sizeof files / sizeof files[0]; }
