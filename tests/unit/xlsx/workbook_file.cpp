#include "workbook_file.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include <unistd.h>

namespace besshi::xlsx::tests {

namespace {

std::string output_of(const std::string& command) {
    FILE* pipe = popen(command.c_str(), "r");
    std::string output;
    char block[4096];
    for (std::size_t count; (count = fread(block, 1, sizeof block, pipe)) > 0;) output.append(block, count);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return output;
}

std::string read_back(const std::string& bytes, const std::string& part_name) {
    const std::string path = ::testing::TempDir() + "besshi_" + std::to_string(getpid()) + ".xlsx";
    std::ofstream(path, std::ios::binary) << bytes;
    std::string output =
        output_of("PYTHONIOENCODING=utf-8 /usr/bin/python3 '" BESSHI_ROOT "/tests/unit/xlsx/read_back.py' '" + path +
                  "' " + part_name);
    std::remove(path.c_str());
    return output;
}

}  // namespace

sheet::SheetPlan small_plan() {
    sheet::SheetPlan plan;
    plan.title = "個別支援計画書";
    plan.normal_font = "BIZ UDGothic";
    plan.formats.push_back({.font_name = "BIZ UDGothic", .size = Length::from_pt(11), .fill = {}});
    sheet::Worksheet sheet;
    sheet.name = "個別支援計画書";
    sheet.column_widths.assign(3, sheet::pixel * 80);
    sheet.row_heights.assign(4, sheet::pixel * 20);
    sheet.paper_width = Length::from_mm(297);
    sheet.paper_height = Length::from_mm(210);
    plan.sheets.push_back(std::move(sheet));
    return plan;
}

sheet::SheetCell text_cell(int row, int column, std::string text) {
    sheet::SheetCell cell;
    cell.row = row;
    cell.column = column;
    cell.runs.push_back({std::move(text), Length::from_pt(11)});
    return cell;
}

std::string written(const sheet::SheetPlan& plan) {
    const Result<Artifact> artifact = write(plan);
    if (!artifact) {
        ADD_FAILURE() << base::to_line(artifact.error().front());
        return {};
    }
    return artifact->bytes;
}

std::vector<std::string> facts(const std::string& bytes) {
    std::istringstream stream(read_back(bytes, ""));
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string part(const std::string& bytes, const std::string& name) {
    return read_back(bytes, "'" + name + "'");
}

}  // namespace besshi::xlsx::tests
